using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;

namespace NamRo.Targets.Forecasting;

/// <summary>
/// Looks ahead to a target's due day. Several simple methods are tried on the past: each forecasts figures that are held back from it. The
/// best one is shown only if it was clearly nearer than "as last period", in the older and in the newer half of the trials.
/// </summary>
internal static class Forecaster
{
    /// <summary>Figures a method needs before its first trial.</summary>
    public const int ShortestPast = 8;

    public const int FewestTrials = 8;

    public const int FarthestSteps = 18;

    /// <summary>Part of the naive error at which a forecast is worth showing.</summary>
    private const double WorthShowing = 0.85;

    /// <summary>Part of the periods that may lack a figure.</summary>
    private const double GapsAtMost = 0.4;

    /// <summary>The interval is cut for nine of ten trials, so that four of five new figures fall into it although the best of several
    /// methods was taken and the trials overlap.</summary>
    private const double Covered = 0.9;

    private const double Caution = 1.15;

    /// <summary>The forecast for the target's last period; null when the data do not allow one.</summary>
    public static Forecast? For(Goal goal, IReadOnlyList<Point> figures, DateOnly today)
    {
        // Amounts of the periods add up; a share of all cases so far is looked at as it stood after each period.
        var adds = goal.IsCumulative && goal.Kind == FigureKind.Amount;
        var known = (goal.IsCumulative && !adds ? Accumulation.Of(goal, figures, today) : figures)
            .Where(point => point.Value is not null && point.Period <= today).OrderBy(point => point.Period).ToList();
        if (goal.Kind == FigureKind.YesNo || known.Count < ShortestPast)
        {
            return null;
        }

        var first = new FigurePeriod(goal.Rhythm, known[0].Period);
        var values = new double?[first.StepsTo(known[^1].Period) + 1];
        foreach (var point in known)
        {
            values[first.StepsTo(point.Period)] = (double)point.Value!.Value;
        }

        var steps = new FigurePeriod(goal.Rhythm, known[^1].Period).StepsTo(goal.LastPeriod.Start);
        var ahead = Look(values, steps, SeasonOf(goal.Rhythm), adds);
        return ahead is null ? null : Bounded(goal, ahead, adds ? Reached(goal, known, today) : 0);
    }

    /// <summary>
    /// Forecasts the value <paramref name="steps"/> periods ahead, or the sum of the periods until then if <paramref name="adds"/>.
    /// </summary>
    /// <param name="values">One per period, oldest first; null where there is no figure. The last one is known.</param>
    /// <param name="season">Periods of a year; 0: no season.</param>
    public static Forecast? Look(IReadOnlyList<double?> values, int steps, int season, bool adds)
    {
        var known = values.Count(value => value is not null);
        if (steps is < 1 or > FarthestSteps || known < values.Count * (1 - GapsAtMost))
        {
            return null;
        }

        Forecast? best = null;
        foreach (var method in ForecastMethod.All(season))
        {
            if (Try(method, values, steps, adds) is { } tried && (best is null || tried.Error < best.Error))
            {
                best = tried;
            }
        }

        return best;
    }

    private static Forecast? Try(ForecastMethod method, IReadOnlyList<double?> values, int steps, bool adds)
    {
        var errors = new List<(double Own, double Naive)>();
        for (var past = Math.Max(ShortestPast, method.NeedsPast); past + steps <= values.Count; past++)
        {
            if (Actual(values, past, steps, adds) is { } actual
                && method.Ahead(values, past, steps) is { } path && ForecastMethod.Naive.Ahead(values, past, steps) is { } naive)
            {
                errors.Add((Math.Abs(Target(path, adds) - actual), Math.Abs(Target(naive, adds) - actual)));
            }
        }

        if (errors.Count < FewestTrials || !IsWorthShowing(errors) || method.Ahead(values, values.Count, steps) is not { } future)
        {
            return null;
        }

        var value = Target(future, adds);
        var width = Width(errors);
        return new((decimal)value, (decimal)(value - width), (decimal)(value + width), method.Title,
            (decimal)errors.Average(error => error.Own), (decimal)errors.Average(error => error.Naive), errors.Count);
    }

    /// <summary>Clearly nearer on the whole, and not farther in either half.</summary>
    private static bool IsWorthShowing(List<(double Own, double Naive)> errors)
    {
        var half = errors.Count / 2;
        return errors.Sum(error => error.Own) <= WorthShowing * errors.Sum(error => error.Naive)
            && errors.Take(half).Sum(error => error.Own) <= errors.Take(half).Sum(error => error.Naive)
            && errors.Skip(half).Sum(error => error.Own) <= errors.Skip(half).Sum(error => error.Naive)
            && errors.Sum(error => error.Naive) > 0;
    }

    private static double Width(List<(double Own, double Naive)> errors)
    {
        var sorted = errors.Select(error => error.Own).Order().ToList();
        var rank = (int)Math.Ceiling((sorted.Count + 1) * Covered);
        return Caution * sorted[Math.Min(rank, sorted.Count) - 1];
    }

    private static double? Actual(IReadOnlyList<double?> values, int past, int steps, bool adds)
    {
        if (!adds)
        {
            return values[past + steps - 1];
        }

        double sum = 0;
        for (var step = 0; step < steps; step++)
        {
            if (values[past + step] is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }

    private static double Target(double[] path, bool adds) => adds ? path.Sum() : path[^1];

    private static decimal Reached(Goal goal, List<Point> known, DateOnly today) =>
        Accumulation.Of(goal, known, today) is [.., { Value: { } value }] ? value : 0;

    /// <summary>A share stays within 0 and 100, what is counted does not fall below zero.</summary>
    private static Forecast Bounded(Goal goal, Forecast ahead, decimal reached)
    {
        var ceiling = goal.Kind == FigureKind.Share ? 100m : Figure.Largest;
        decimal Bound(decimal value) => Math.Round(Math.Clamp(value, 0, ceiling) + reached, Measurement.ShareDecimals);
        return ahead with { Value = Bound(ahead.Value), Low = Bound(ahead.Low), High = Bound(ahead.High) };
    }

    private static int SeasonOf(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Month => 12,
        Rhythm.Quarter => 4,
        Rhythm.HalfYear => 2,
        _ => 0,
    };
}
