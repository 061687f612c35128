using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <param name="IndicatorId">Null: the target is the ward's own, no canonical indicator fits.</param>
internal sealed record MatchTarget(Guid TargetId, int? IndicatorId);

/// <summary>
/// A person says which canonical indicator a target is. Targets of one indicator share one series of figures: one number is entered once.
/// </summary>
internal sealed class MatchTargetHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock, StandingBook standings,
    MeasureCatalogue measures, ComputeFiguresHandler compute)
{
    public async Task<Outcome> HandleAsync(MatchTarget command, CancellationToken cancel)
    {
        var target = await database.Set<Target>().SingleOrDefaultAsync(row => row.Id == command.TargetId, cancel);
        if (target is null)
        {
            return Outcome.Missing;
        }

        var series = await database.Set<Series>().SingleAsync(row => row.Id == target.SeriesId, cancel);
        var (refusal, standsOn) = await SettleAsync(command.IndicatorId, target, series, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var kept = await database.Set<Series>().SingleAsync(row => row.Id == standsOn, cancel);
        if (kept.MeasureCode is null && await MeasureOfAsync(command.IndicatorId, cancel) is { } measure)
        {
            kept.ComputeBy(measure.Code);
        }

        target.Match(user.DisplayName, clock.Now);
        events.Record(new TargetMatched(target.AsSubject, command.IndicatorId));
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync([standsOn], cancel);
        await compute.HandleAsync(new ComputeFigures(Guid.CreateVersion7(clock.Now), standsOn, IsAsked: true), cancel);
        return Outcome.Success;
    }

    /// <summary>The measure that is the indicator: the page proposed it together with the indicator.</summary>
    private async Task<NamedMeasure?> MeasureOfAsync(int? indicator, CancellationToken cancel)
    {
        var code = await database.Set<Indicator>().Where(row => row.Id == indicator).Select(row => row.Code).SingleOrDefaultAsync(cancel);
        return code is null ? null : measures.MeasureOf(code);
    }

    private async Task<(Refusal? Refusal, int StandsOn)> SettleAsync(int? indicatorId, Target target, Series series,
        CancellationToken cancel)
    {
        if (indicatorId == series.IndicatorId)
        {
            return (null, series.Id);
        }

        if (indicatorId is null)
        {
            series.LeaveIndicator();
            return (null, series.Id);
        }

        var indicator = await database.Set<Indicator>().SingleOrDefaultAsync(row => row.Id == indicatorId, cancel);
        if (indicator is null || !IndicatorMatcher.Fits(indicator, series.Kind, target.MeasureUnit ?? series.MeasureUnit))
        {
            return (TargetRefusals.IndicatorDiffers(indicator?.MeasureUnit ?? ""), 0);
        }

        var kept = await database.Set<Series>().SingleOrDefaultAsync(row => row.IndicatorId == indicatorId, cancel);
        if (kept is null)
        {
            series.Become(indicator);
            return (null, series.Id);
        }

        return await MergeAsync(target, series, kept, cancel) is { } refusal ? (refusal, 0) : (null, kept.Id);
    }

    /// <summary>Moves the target, and the figures where only it stands on them, to the series that is the indicator already.</summary>
    private async Task<Refusal?> MergeAsync(Target target, Series from, Series to, CancellationToken cancel)
    {
        var isShared = await database.Set<Target>().AnyAsync(row => row.SeriesId == from.Id && row.Id != target.Id, cancel);
        var figures = await database.Set<Measurement>().AsNoTracking().Where(row => row.SeriesId == from.Id).ToListAsync(cancel);
        if (figures.Count > 0 && (isShared || from.Rhythm != to.Rhythm))
        {
            return TargetRefusals.TwoSeriesWithFigures;
        }

        var periods = figures.ConvertAll(row => row.Period);
        if (await database.Set<Measurement>().AnyAsync(row => row.SeriesId == to.Id && periods.Contains(row.Period), cancel))
        {
            return TargetRefusals.TwoSeriesWithFigures;
        }

        target.StandOn(to.Id);
        await database.Set<Measurement>().Where(row => row.SeriesId == from.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeriesId, to.Id), cancel);
        await database.Set<FormerMeasurement>().Where(row => row.SeriesId == from.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeriesId, to.Id), cancel);
        if (!isShared)
        {
            from.EndOn(clock.Today);
        }

        return null;
    }
}
