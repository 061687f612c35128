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

namespace NamRo.Administration;

/// <summary>Ends a unit in favour of others: one successor is a merge, several are a split.</summary>
[RequirePermission(AdministrationPermission.WriteUnits)]
internal sealed class RearrangeUnitPage(RearrangeUnitHandler handler, UnitChoices choices, AppDb database, WardClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public string? UnitName { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input = new Fields { OnDate = clock.Today };
        await LoadAsync(cancel);
        return UnitName is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var successors = Input.SuccessorIds.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
        if (successors.Count == 0)
        {
            ModelState.AddModelError("Input.SuccessorIds", "Hãy chọn ít nhất một đơn vị kế tục.");
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new RearrangeUnit(Id, successors, Input.OnDate!.Value, Input.Reason), cancel), () =>
        {
            this.TellWith($"Đã sắp xếp lại “{UnitName}”.");
            return LocalRedirect($"/quan-tri/don-vi/{Id}");
        });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        UnitName = await database.Set<OrgUnit>().Where(unit => unit.Id == Id).Select(unit => unit.Name).SingleOrDefaultAsync(cancel);
        Choices = await choices.CurrentAsync(Id, cancel);
    }

    public sealed class Fields
    {
        [Display(Name = "Đơn vị kế tục")]
        public List<string> SuccessorIds { get; set; } = [];

        [Required]
        [Display(Name = "Từ ngày")]
        public DateOnly? OnDate { get; set; }

        [Required]
        [StringLength(500)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Căn cứ, lý do")]
        public string Reason { get; set; } = "";
    }
}
