using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>What a measure says of a period, beside the figure that is kept.</summary>
internal sealed record ComputedFigure(FigurePeriod Period, Measurement? Kept, Figure Figure)
{
    public bool IsChange => Kept?.AsFigure() != Figure;
}

/// <summary>
/// Works out the figures of a series whose source is a measure. The measure is taken over the days that name the period (1/5 to 31/5), as
/// the page of the measure takes it, so that the figure and the rows counted agree.
/// </summary>
internal sealed class FigureComputer(AppDb database, MeasureBook book, MeasureRunner runner, WardClock clock)
{
    /// <summary>Periods looked back upon.</summary>
    public const int MostPeriods = 36;

    /// <summary>Days after its end during which a figure that speaks of the day itself still stands for a period.</summary>
    private const int DaysOfGrace = 3;

    /// <summary>Whether the value of a measure is of the kind that the series keeps.</summary>
    public static bool Fits(FigureKind kind, Measure measure) => kind switch
    {
        FigureKind.Share => measure.IsShare,
        FigureKind.Amount => !measure.IsShare,
        _ => false,
    };

    /// <summary>
    /// The periods that have ended and lack a figure, or kept one from before their end; when somebody asks, also the running period and
    /// whatever nobody has verified. A figure that a person entered stays, and so does all that is verified or closed.
    /// </summary>
    public async Task<IReadOnlyList<ComputedFigure>> WorkOutAsync(Series series, bool isAsked, CancellationToken cancel)
    {
        if (series.MeasureCode is not { } code || await book.FindAsync(code, cancel) is not { } named || !Fits(series.Kind, named.Measure))
        {
            return [];
        }

        var computed = new List<ComputedFigure>();
        foreach (var (period, kept) in await OpenAsync(series, named.Measure, isAsked, cancel))
        {
            if (FigureOf(await runner.TakeAsync(named.Measure, new MeasurePeriod(period.Start, period.LastDay), cancel)) is { } figure)
            {
                computed.Add(new(period, kept, figure));
            }
        }

        return computed;
    }

    private async Task<List<(FigurePeriod Period, Measurement? Kept)>> OpenAsync(Series series, Measure measure, bool isAsked,
        CancellationToken cancel)
    {
        var kept = await (from figure in database.Set<Measurement>().AsNoTracking()
                          join entry in database.Set<Entry>() on figure.EntryId equals entry.Id
                          where figure.SeriesId == series.Id
                          select new { figure, entry }).ToDictionaryAsync(row => row.figure.Period, cancel);
        var closed = (await database.Set<PeriodClosure>().AsNoTracking().Where(row => row.ReopenedAt == null && row.Rhythm == series.Rhythm)
            .Select(row => row.Period).ToListAsync(cancel)).ToHashSet();
        var open = new List<(FigurePeriod, Measurement?)>();
        var period = FigurePeriod.Holding(series.Rhythm, clock.Today);
        var first = FigurePeriod.Holding(series.Rhythm, series.StartsOn).Start;
        for (var back = 0; back < MostPeriods && period.Start >= first; back++, period = period.Former)
        {
            var hasEnded = period.LastDay < clock.Today;
            if (closed.Contains(period.Start) || !(hasEnded || isAsked)
                || (!measure.UsesPeriod && period.LastDay.AddDays(DaysOfGrace) < clock.Today))
            {
                continue;
            }

            var row = kept.GetValueOrDefault(period.Start);
            var mayReplace = row is null || (row.figure.VerificationId is null && row.entry.Source == FigureSource.Computed
                && (isAsked || WardClock.DateOf(row.entry.MadeAt) <= period.LastDay));
            if (mayReplace)
            {
                open.Add((period, row?.figure));
            }
        }

        return open;
    }

    private static Figure? FigureOf(MeasureValue value) => value switch
    {
        { Numerator: { } part, Denominator: { } whole } => Figure.ShareOf(part, whole),
        { Value: { } amount } when Math.Abs(amount) <= Figure.Largest => Figure.Of(amount),
        _ => null,
    };
}
