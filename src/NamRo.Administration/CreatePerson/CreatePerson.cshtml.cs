using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Administration.Domain;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WritePeople)]
internal sealed class CreatePersonPage(CreatePersonHandler handler, UnitChoices choices, WardClock clock) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Cán bộ", "/quan-tri/can-bo")];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = new Fields { Id = Guid.CreateVersion7(clock.Now) };
        Units = await choices.CurrentAsync(null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Units = await choices.CurrentAsync(null, cancel);
        if (Input.UnitId is not null && string.IsNullOrWhiteSpace(Input.Title))
        {
            ModelState.AddModelError("Input.Title", "Hãy nhập chức danh tại đơn vị.");
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new CreatePerson(Input.Id, Input.FullName, Input.Email, Input.Phone, Input.UnitId, Input.Title ?? "", Input.IsHead);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.TellWith($"Đã thêm {Input.FullName}.");
            return LocalRedirect($"/quan-tri/can-bo/{Input.Id}");
        });
    }

    public sealed class Fields
    {
        public Guid Id { get; set; }

        [Required]
        [StringLength(Person.LongestName)]
        [Display(Name = "Họ và tên")]
        public string FullName { get; set; } = "";

        [EmailAddress]
        [StringLength(254)]
        [Display(Name = "Thư điện tử công vụ")]
        public string? Email { get; set; }

        [StringLength(30)]
        [DataType(DataType.PhoneNumber)]
        [Display(Name = "Điện thoại")]
        public string? Phone { get; set; }

        [Display(Name = "Đơn vị")]
        public Guid? UnitId { get; set; }

        [StringLength(120)]
        [Display(Name = "Chức danh")]
        public string? Title { get; set; }

        [Display(Name = "Là người đứng đầu đơn vị")]
        public bool IsHead { get; set; }
    }
}
