using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Targets.Domain;
using NamRo.Targets.Forecasting;
using NamRo.Targets.Standings;

namespace NamRo.Targets;

/// <summary>Derives the standing of targets from their figures and keeps it for lists. Runs in the caller's transaction.</summary>
internal sealed class StandingBook(AppDb database, WardClock clock)
{
    /// <summary>Derives every running target of the series; their figures must have been saved.</summary>
    public async Task DeriveAsync(IReadOnlyCollection<int> series, CancellationToken cancel)
    {
        var targets = await database.Set<Target>().AsNoTracking().Include(row => row.Milestones)
            .Where(row => series.Contains(row.SeriesId)).ToListAsync(cancel);
        await DeriveAsync(targets, cancel);
    }

    /// <summary>Derives what was last derived on a day before today.</summary>
    public async Task<int> DeriveOutdatedAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var targets = await database.Set<Target>().AsNoTracking().Include(row => row.Milestones)
            .Where(row => row.EndedOn == null
                && !database.Set<StandingRecord>().Any(kept => kept.TargetId == row.Id && kept.AsOf == today)).ToListAsync(cancel);
        await DeriveAsync(targets, cancel);
        return targets.Count;
    }

    /// <summary>The figures of series, oldest first.</summary>
    public async Task<ILookup<int, Point>> FiguresAsync(IReadOnlyCollection<int> series, CancellationToken cancel) =>
        (await database.Set<Measurement>().AsNoTracking().Where(row => series.Contains(row.SeriesId)).OrderBy(row => row.Period)
            .ToListAsync(cancel)).ToLookup(row => row.SeriesId,
            row => new Point(row.Period, row.Value, row.Numerator, row.Denominator, row.VerificationId is not null));

    private async Task DeriveAsync(List<Target> targets, CancellationToken cancel)
    {
        if (targets.Count == 0)
        {
            return;
        }

        var today = clock.Today;
        var keys = targets.Select(target => target.SeriesId).Distinct().ToList();
        var series = await database.Set<Series>().AsNoTracking().Where(row => keys.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var figures = await FiguresAsync(keys, cancel);
        var ids = targets.ConvertAll(target => target.Id);
        var kept = await database.Set<StandingRecord>().Where(row => ids.Contains(row.TargetId))
            .ToDictionaryAsync(row => row.TargetId, cancel);
        foreach (var target in targets)
        {
            var goal = GoalOf(target, series[target.SeriesId]);
            List<Point> points = [.. figures[target.SeriesId]];
            var forecast = Forecaster.For(goal, points, today);
            var record = kept.GetValueOrDefault(target.Id) ?? database.Add(new StandingRecord { TargetId = target.Id }).Entity;
            Write(record, StandingRule.Judge(goal, points, target.EndedOn ?? today, forecast), forecast, today);
        }

        await database.SaveChangesAsync(cancel);
    }

    /// <summary>The promise of a target, measured as its series is.</summary>
    public static Goal GoalOf(Target target, Series series) =>
        new(series.Kind, target.Comparator, target.Value, target.UpperValue, target.MeasureUnit ?? series.MeasureUnit)
        {
            Direction = series.Direction,
            Rhythm = series.Rhythm,
            IsCumulative = series.IsCumulative,
            Baseline = target.Baseline,
            SpanFrom = target.SpanFrom,
            StartsOn = target.StartsOn,
            DueOn = target.DueOn,
            Milestones = [.. target.Milestones.OrderBy(step => step.DueOn).Select(step => (step.DueOn, step.Value))],
        };

    private static void Write(StandingRecord record, Verdict verdict, Forecast? forecast, DateOnly today)
    {
        (record.AsOf, record.Standing, record.Reason) = (today, verdict.Standing, verdict.Reason);
        (record.CurrentValue, record.CurrentPeriod, record.IsVerified) = (verdict.Value, verdict.Period, verdict.IsVerified);
        (record.Forecast, record.ForecastLow, record.ForecastHigh) = (forecast?.Value, forecast?.Low, forecast?.High);
    }
}
