using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>Gives the filters of a list a name, and takes names away again.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class SaveViewPage(AppDb database, SavedViews views, CurrentUser user, WardClock clock) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Nhiệm vụ", "/nhiem-vu")];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "tu")] string? address, CancellationToken cancel)
    {
        Input = new Fields { Id = Guid.CreateVersion7(clock.Now), Address = address ?? "" };
        Views = await views.ListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Views = await views.ListAsync(cancel);
        if (!SavedViews.IsList(Input.Address))
        {
            ModelState.AddModelError("", "Hãy mở danh sách nhiệm vụ, chọn bộ lọc rồi lưu từ đó.");
        }

        if (Views.Count >= SavedViews.Most)
        {
            ModelState.AddModelError("", $"Mỗi người lưu nhiều nhất {SavedViews.Most} bộ lọc; hãy bỏ bớt.");
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        if (!Views.Any(view => view.Id == Input.Id))
        {
            database.Add(new SavedView { Id = Input.Id, AccountId = user.Id!.Value, Name = Input.Name.Trim(), Address = Input.Address });
            await database.SaveChangesAsync(cancel);
        }

        this.Tell("Đã lưu bộ lọc.");
        return LocalRedirect(Input.Address);
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] Guid view, CancellationToken cancel)
    {
        var count = await database.Set<SavedView>().Where(row => row.Id == view && row.AccountId == user.Id).ExecuteDeleteAsync(cancel);
        if (count == 0)
        {
            return NotFound();
        }

        this.Tell("Đã bỏ bộ lọc.");
        return LocalRedirect("/nhiem-vu/bo-loc");
    }

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit saves one.</summary>
        public Guid Id { get; set; }

        [StringLength(SavedView.LongestAddress)]
        public string Address { get; set; } = "";

        [Required]
        [StringLength(SavedView.LongestName)]
        [Display(Name = "Tên bộ lọc")]
        public string Name { get; set; } = "";
    }
}
