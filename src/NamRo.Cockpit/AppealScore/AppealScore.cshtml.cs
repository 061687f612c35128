using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Cockpit.Scores;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Cockpit;

[RequirePermission(CockpitPermission.Appeal)]
internal sealed class AppealScorePage(AppealScoreHandler handler, CurrentUser user, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid UnitId { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input.Id = Guid.CreateVersion7(clock.Now);
        return user.UnitIds.Contains(UnitId) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new AppealScore(Input.Id, UnitId, Input.Text), cancel), () =>
        {
            this.Tell("Đã gửi ý kiến; lãnh đạo thấy ý kiến này ngay dưới bảng đánh giá.");
            return LocalRedirect("/danh-gia");
        });
    }

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit sends one remark.</summary>
        public Guid Id { get; set; }

        [Required]
        [StringLength(Appeal.LongestText)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Ý kiến của đơn vị")]
        public string Text { get; set; } = "";
    }
}
