using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WriteUnits)]
internal sealed class CreateUnitPage(CreateUnitHandler handler, AppDb database, WardClock clock) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Đơn vị", "/quan-tri/don-vi")];

    public static IEnumerable<SelectListItem> Kinds => OrgUnitKindTitles.All.Select(pair => new SelectListItem(pair.Value, pair.Key.ToString()));

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = new Fields { Id = Guid.CreateVersion7(clock.Now), ValidFrom = clock.Today };
        await LoadParentsAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadParentsAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var command = new CreateUnit(Input.Id, Input.Name, Input.ShortName ?? "", Input.Kind, Input.ParentId, Input.ValidFrom!.Value);
        return this.Answer(await handler.HandleAsync(command, cancel), () =>
        {
            this.Tell($"Đã thêm đơn vị “{Input.Name}”.");
            return LocalRedirect("/quan-tri/don-vi");
        });
    }

    private async Task LoadParentsAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        Parents = await database.Set<OrgUnit>().AsNoTracking().Where(unit => unit.ValidTo == null || unit.ValidTo >= today)
            .OrderBy(unit => unit.Name).Select(unit => new SelectListItem(unit.Name, unit.Id.ToString())).ToListAsync(cancel);
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
