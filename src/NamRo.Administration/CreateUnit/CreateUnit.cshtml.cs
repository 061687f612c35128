using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Administration.Domain;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WriteUnits)]
internal sealed class CreateUnitPage(CreateUnitHandler handler, UnitChoices choices, WardClock clock) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = new Fields { Id = Guid.CreateVersion7(clock.Now), ValidFrom = clock.Today };
        Parents = await choices.CurrentAsync(null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Parents = await choices.CurrentAsync(null, cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new CreateUnit(Input.Id, Input.Name, Input.ShortName ?? "", Input.Kind, Input.ParentId, Input.ValidFrom!.Value);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.TellWith($"Đã thêm đơn vị “{Input.Name}”.");
            return LocalRedirect("/quan-tri/don-vi");
        });
    }

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit creates one unit.</summary>
        public Guid Id { get; set; }

        [Required]
        [StringLength(OrgUnit.LongestName)]
        [Display(Name = "Tên đơn vị")]
        public string Name { get; set; } = "";

        [StringLength(OrgUnit.LongestShortName)]
        [Display(Name = "Tên gọi tắt")]
        public string? ShortName { get; set; }

        [Display(Name = "Loại đơn vị")]
        public OrgUnitKind Kind { get; set; } = OrgUnitKind.Division;

        [Display(Name = "Thuộc đơn vị")]
        public Guid? ParentId { get; set; }

        [Required]
        [Display(Name = "Hoạt động từ ngày")]
        public DateOnly? ValidFrom { get; set; }
    }
}
