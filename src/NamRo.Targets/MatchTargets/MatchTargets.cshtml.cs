using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>Targets that nobody has matched yet, each with the indicators it may be and why.</summary>
[RequirePermission(TargetsPermission.Write)]
internal sealed class MatchTargetsPage(AppDb database, MatchTargetHandler handler, MatchCertainTargetsHandler certain,
    MeasureCatalogue measures) : PageModel
{
    /// <summary>Value of the choice "none of them".</summary>
    public const string Own = "rieng";

    private const int Shown = 30;

    private IReadOnlyList<Indicator> catalogue = [];

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Chỉ tiêu", "/chi-tieu")];

    [BindProperty]
    public Guid TargetId { get; set; }

    [BindProperty]
    public string? Choice { get; set; }

    public IReadOnlyList<(TargetRow Target, IReadOnlyList<IndicatorProposal> Proposals)> Rows { get; private set; } = [];

    /// <summary>How many leave no doubt, of all that are left, shown or not: as many as one stroke takes.</summary>
    public int CertainCount { get; private set; }

    /// <summary>The measure that would compute the figures; null: people enter them.</summary>
    public NamedMeasure? MeasureOf(Indicator indicator) => measures.MeasureOf(indicator.Code);

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        int? indicator = null;
        if (Choice != Own)
        {
            if (!int.TryParse(Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                ModelState.AddModelError("", "Hãy chọn một chỉ số, hoặc “Chỉ tiêu riêng của phường”.");
                await LoadAsync(cancel);
                return this.Invalid();
            }

            indicator = id;
        }

        var outcome = await handler.HandleAsync(new MatchTarget(TargetId, indicator), cancel);
        await LoadAsync(cancel);
        return this.Answer(outcome, () =>
        {
            this.Tell("Đã đối chiếu chỉ tiêu.");
            return LocalRedirect("/chi-tieu/doi-chieu");
        });
    }

    public async Task<IActionResult> OnPostCertainAsync(CancellationToken cancel)
    {
        this.TellWith($"Đã đối chiếu {await certain.MatchCertainAsync(cancel)} chỉ tiêu.");
        return LocalRedirect("/chi-tieu/doi-chieu");
    }

    /// <summary>The other indicators in the same unit, for when none of the proposals is right.</summary>
    public IEnumerable<SelectListItem> Others(TargetRow target, IReadOnlyList<IndicatorProposal> proposals) => catalogue
        .Where(indicator => IndicatorMatcher.Fits(indicator, target.Kind, target.MeasureUnit)
            && proposals.All(proposal => proposal.Indicator.Id != indicator.Id))
        .Select(indicator => new SelectListItem($"{indicator.Code} · {indicator.Name}",
            indicator.Id.ToString(CultureInfo.InvariantCulture)));

    private async Task LoadAsync(CancellationToken cancel)
    {
        catalogue = await database.Set<Indicator>().AsNoTracking().OrderBy(row => row.Id).Take(ListIndicatorsPage.Most).ToListAsync(cancel);
        var open = await certain.ProposeAsync(cancel);
        CertainCount = open.Count(row => IndicatorMatcher.CertainOf(row.Proposals) is not null);
        Rows = [.. open.Take(Shown)];
    }
}
