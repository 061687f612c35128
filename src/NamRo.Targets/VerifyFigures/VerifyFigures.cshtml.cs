using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Domain;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>Figures that wait for a second pair of eyes, the oldest first.</summary>
[RequirePermission(TargetsPermission.Verify)]
internal sealed class VerifyFiguresPage(AppDb database, VerifyFiguresHandler handler, CurrentUser user, WardClock clock) : PageModel
{
    /// <summary>Figures confirmed in one go.</summary>
    public const int MostAtOnce = 100;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Chỉ tiêu", "/chi-tieu")];

    [BindProperty]
    public Guid VerificationId { get; set; }

    /// <summary>"series|period|version" of each chosen figure.</summary>
    [BindProperty]
    public IList<string> Chosen { get; set; } = [];

    public IReadOnlyList<Waiting> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        VerificationId = Guid.CreateVersion7(clock.Now);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var figures = Chosen.Take(MostAtOnce).Select(Read).ToList();
        if (figures.Count == 0 || figures.Contains(null))
        {
            ModelState.AddModelError("", "Hãy chọn ít nhất một số liệu để xác nhận.");
            await LoadAsync(cancel);
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new VerifyFigures(VerificationId, [.. figures.Select(figure => figure!.Value)]), cancel);
        await LoadAsync(cancel);
        return this.Answer(outcome, () =>
        {
            this.TellWith($"Đã xác nhận {figures.Count} số liệu.");
            return LocalRedirect("/chi-tieu/xac-nhan");
        });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var rows = await (from figure in database.Set<Measurement>().AsNoTracking()
                          join series in database.Set<Series>() on figure.SeriesId equals series.Id
                          join entry in database.Set<Entry>() on figure.EntryId equals entry.Id
                          where figure.VerificationId == null
                          orderby figure.Period, figure.SeriesId
                          select new { figure, series, entry }).Take(MostAtOnce).ToListAsync(cancel);
        var units = await database.Set<UnitRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.ShortName, cancel);
        var keys = rows.Select(row => row.series.Id).Distinct().ToList();
        var targets = (await database.Set<Target>().AsNoTracking().Where(row => keys.Contains(row.SeriesId) && row.EndedOn == null)
            .Select(row => new { row.SeriesId, row.Id }).ToListAsync(cancel)).ToLookup(row => row.SeriesId, row => row.Id);
        Rows = [.. rows.Select(row => new Waiting(row.figure, row.series, row.entry,
            row.series.LeadUnitId is { } unit ? units.GetValueOrDefault(unit, "") : "", targets[row.series.Id].FirstOrDefault(),
            row.entry.MadeBy is { } by && by == user.Id))];
    }

    private static (int, DateOnly, short)? Read(string text) => text.Split('|') is [var series, var period, var number]
        && int.TryParse(series, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && short.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (id, day, version) : null;

    /// <summary>One figure that waits.</summary>
    /// <param name="IsOwn">Entered by the person who looks: somebody else has to confirm it.</param>
    public sealed record Waiting(Measurement Figure, Series Series, Entry Entry, string UnitName, Guid TargetId, bool IsOwn)
    {
        public FigurePeriod Period => new(Series.Rhythm, Figure.Period);

        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Figure.SeriesId}|{Figure.Period:yyyy-MM-dd}|{Figure.Number}");
    }
}
