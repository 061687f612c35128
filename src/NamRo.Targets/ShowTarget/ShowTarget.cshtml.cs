using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Forecasting;
using NamRo.Targets.Standings;
using NamRo.Ui.Charts;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>One target: the promise, every figure with where it came from, where it is heading.</summary>
[RequirePermission(TargetsPermission.Read)]
internal sealed class ShowTargetPage(AppDb database, StandingBook standings, MeasureBook measures, MeasureCatalogue catalogue,
    CurrentUser user, WardClock clock) : PageModel
{
    /// <summary>Figures with their history on the page; the chart and its table hold all.</summary>
    private const int MostFigures = 24;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Chỉ tiêu", "/chi-tieu")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Target Target { get; private set; } = null!;

    public Series Series { get; private set; } = null!;

    public Goal Goal { get; private set; } = null!;

    public Verdict Verdict { get; private set; } = null!;

    public Forecast? Forecast { get; private set; }

    public Indicator? Indicator { get; private set; }

    /// <summary>What computes the figures; null: people enter them.</summary>
    public NamedMeasure? Measure { get; private set; }

    /// <summary>What could compute them and does not.</summary>
    public NamedMeasure? ProposedMeasure { get; private set; }

    public string? UnitName { get; private set; }

    public ChartModel? Chart { get; private set; }

    public IReadOnlyList<FigureLine> Figures { get; private set; } = [];

    /// <summary>Names of the units that led it before.</summary>
    public IReadOnlyDictionary<Guid, string> FormerUnits { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<TargetRevision> Revisions { get; private set; } = [];

    public IReadOnlyList<Target> SameSeries { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Files { get; private set; } = new Dictionary<Guid, string>();

    public bool MayWrite => user.May(TargetsPermission.Write);

    public bool MayEnter => RecordFiguresHandler.MayEnter(user, Series.LeadUnitId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var target = await database.Set<Target>().AsNoTracking().Include(row => row.Milestones)
            .SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (target is null)
        {
            return NotFound();
        }

        Target = target;
        Series = await database.Set<Series>().AsNoTracking().SingleAsync(row => row.Id == target.SeriesId, cancel);
        Goal = StandingBook.GoalOf(target, Series);
        var points = (await standings.FiguresAsync([Series.Id], cancel))[Series.Id].ToList();
        Forecast = Forecaster.For(Goal, points, clock.Today);
        Verdict = StandingRule.Judge(Goal, points, target.EndedOn ?? clock.Today, Forecast);
        Chart = ChartOf(points);
        await LoadAroundAsync(cancel);
        return Page();
    }

    private async Task LoadAroundAsync(CancellationToken cancel)
    {
        Indicator = await database.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Series.IndicatorId, cancel);
        Measure = Series.MeasureCode is { } code ? await measures.FindAsync(code, cancel) : null;
        ProposedMeasure = Measure is null && Indicator is not null ? catalogue.MeasureOf(Indicator.Code) : null;
        UnitName = await database.Set<UnitRow>().Where(row => row.Id == Series.LeadUnitId).Select(row => row.Name)
            .SingleOrDefaultAsync(cancel);
        Figures = await FigureLine.OfSeriesAsync(database, Series, MostFigures, cancel);
        Revisions = await database.Set<TargetRevision>().AsNoTracking().Where(row => row.TargetId == Id).OrderBy(row => row.Number)
            .ToListAsync(cancel);
        var units = Revisions.Select(row => row.LeadUnitId).OfType<Guid>().ToList();
        FormerUnits = await database.Set<UnitRow>().Where(row => units.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        SameSeries = await database.Set<Target>().AsNoTracking().Where(row => row.SeriesId == Series.Id && row.Id != Id)
            .OrderBy(row => row.DueOn).ToListAsync(cancel);
        var ids = Figures.SelectMany(line => line.Entry.EvidenceIds).Distinct().ToList();
        Files = await database.Set<StoredFile>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
    }

    private ChartModel? ChartOf(List<Point> points)
    {
        var counted = Accumulation.Of(Goal.IsCumulative ? Goal : Goal with { SpanFrom = DateOnly.MinValue }, points, clock.Today);
        if (counted.Count == 0 || Goal.Kind == FigureKind.YesNo)
        {
            return null;
        }

        var first = new FigurePeriod(Goal.Rhythm, counted[0].Period);
        var last = Forecast is null ? new FigurePeriod(Goal.Rhythm, counted[^1].Period) : Goal.LastPeriod;
        var labels = new List<string>();
        for (var period = first; period.Start <= last.Start; period = period.Next)
        {
            labels.Add(period.ShortTitle);
        }

        var values = new decimal?[labels.Count];
        foreach (var point in counted)
        {
            values[first.StepsTo(point.Period)] = point.Value;
        }

        List<ChartSeries> series = [new("Thực hiện", values)];
        if (Forecast is not null)
        {
            var newest = first.StepsTo(counted[^1].Period);
            series.Add(Ahead("Dự báo", labels.Count, newest, counted[^1].Value, Forecast.Value));
            series.Add(Ahead("Mức thấp của dự báo", labels.Count, newest, counted[^1].Value, Forecast.Low));
            series.Add(Ahead("Mức cao của dự báo", labels.Count, newest, counted[^1].Value, Forecast.High));
        }

        return new(ChartKind.Line, Goal.IsCumulative ? "Cộng dồn theo kỳ" : "Kết quả theo kỳ", "Kỳ", labels, series)
        {
            Target = Goal.Bound,
            TargetLabel = "Mức cần " + Goal.Promise,
            Unit = Goal.Unit,
        };
    }

    private static ChartSeries Ahead(string name, int length, int newest, decimal? now, decimal then)
    {
        var values = new decimal?[length];
        for (var at = newest; at < length; at++)
        {
            values[at] = Math.Round((now ?? then) + ((then - (now ?? then)) * (at - newest) / Math.Max(1, length - 1 - newest)), 2);
        }

        return new(name, values, IsForecast: true);
    }
}
