using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WriteUnits)]
internal sealed class EditUnitPage(EditUnitHandler handler, UnitChoices choices, AppDb database) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var unit = await database.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (unit is null)
        {
            return NotFound();
        }

        Input = new Fields
        {
            Name = unit.Name,
            ShortName = unit.ShortName,
            Kind = unit.Kind,
            ParentId = unit.ParentId,
            Seen = unit.Version,
        };
        Parents = await choices.CurrentAsync(Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Parents = await choices.CurrentAsync(Id, cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new EditUnit(Id, Input.Name, Input.ShortName ?? "", Input.Kind, Input.ParentId, Input.Seen);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.TellWith($"Đã lưu đơn vị “{Input.Name}”.");
            return LocalRedirect($"/quan-tri/don-vi/{Id}");
        });
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(OrgUnit.LongestName)]
        [Display(Name = "Tên đơn vị")]
        public string Name { get; set; } = "";

        [StringLength(OrgUnit.LongestShortName)]
        [Display(Name = "Tên gọi tắt")]
        public string? ShortName { get; set; }

        [Display(Name = "Loại đơn vị")]
        public OrgUnitKind Kind { get; set; }

        [Display(Name = "Thuộc đơn vị")]
        public Guid? ParentId { get; set; }

        /// <summary>The version the person was looking at.</summary>
        public int Seen { get; set; }
    }
}
