using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Targets.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>Closed periods, and the form that closes one.</summary>
[RequirePermission(TargetsPermission.Close)]
internal sealed class ClosePeriodPage(AppDb database, ClosePeriodHandler handler, WardClock clock) : PageModel
{
    private const int PeriodsOffered = 12;
    private const int MostShown = 100;

    private static readonly Rhythm[] Rhythms = [Rhythm.Month, Rhythm.Quarter, Rhythm.HalfYear, Rhythm.Year];

    public static IReadOnlyList<Crumb> Crumbs { get; } =
        [new("Chỉ tiêu", "/chi-tieu"), new("Nhập số liệu", "/chi-tieu/nhap-so-lieu")];

    [BindProperty]
    public Guid ClosureId { get; set; }

    [BindProperty]
    public string? PeriodCode { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<PeriodClosure> Rows { get; private set; } = [];

    /// <summary>Ended periods that may be closed, the newest first.</summary>
    public IEnumerable<SelectListItem> Choices => Rhythms.SelectMany(Ended)
        .Where(period => !Rows.Any(row => row.ReopenedAt is null && row.Rhythm == period.Rhythm && row.Period == period.Start))
        .Select(period => new SelectListItem(period.Title, period.Code, period.Code == PeriodCode));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ClosureId = Guid.CreateVersion7(clock.Now);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (FigurePeriod.FromCode(PeriodCode) is not { } period)
        {
            ModelState.AddModelError(nameof(PeriodCode), "Hãy chọn kỳ cần khóa.");
            return this.Invalid();
        }

        return this.Answer(await handler.CloseAsync(ClosureId, period, cancel), () =>
        {
            this.TellWith($"Đã khóa kỳ {period.Title}.");
            return LocalRedirect("/chi-tieu/khoa-ky");
        });
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return this.Answer(await handler.ReopenAsync(id, Reason ?? "", cancel), () =>
        {
            this.Tell("Đã mở lại kỳ.");
            return LocalRedirect("/chi-tieu/khoa-ky");
        });
    }

    private IEnumerable<FigurePeriod> Ended(Rhythm rhythm)
    {
        var period = FigurePeriod.Holding(rhythm, clock.Today);
        period = period.Counted.To < clock.Today ? period : period.Former;
        for (var count = rhythm == Rhythm.Month ? PeriodsOffered : 2; count > 0; count--, period = period.Former)
        {
            yield return period;
        }
    }

    private async Task LoadAsync(CancellationToken cancel) => Rows = await database.Set<PeriodClosure>().AsNoTracking()
        .OrderByDescending(row => row.ClosedAt).Take(MostShown).ToListAsync(cancel);
}
