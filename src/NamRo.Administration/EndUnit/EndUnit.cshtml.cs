using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WriteUnits)]
internal sealed class EndUnitPage(EndUnitHandler handler, AppDb database, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public string? UnitName { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input = new Fields { LastDay = clock.Today };
        await LoadAsync(cancel);
        return UnitName is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new EndUnit(Id, Input.LastDay!.Value, Input.Reason), cancel), () =>
        {
            this.TellWith($"Đã ghi ngày kết thúc của “{UnitName}”.");
            return LocalRedirect($"/quan-tri/don-vi/{Id}");
        });
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        UnitName = await database.Set<OrgUnit>().Where(unit => unit.Id == Id).Select(unit => unit.Name).SingleOrDefaultAsync(cancel);

    public sealed class Fields
    {
        [Required]
        [Display(Name = "Ngày hoạt động cuối cùng")]
        public DateOnly? LastDay { get; set; }

        [Required]
        [StringLength(500)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Căn cứ, lý do")]
        public string Reason { get; set; } = "";
    }
}
