using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets.Standings;

/// <summary>Turns the figures of the periods into what counts for a target at the end of each.</summary>
internal static class Accumulation
{
    /// <summary>The counting value after each period of the span, in order. A period without a case keeps the value before it.</summary>
    public static IReadOnlyList<Point> Of(Goal goal, IEnumerable<Point> figures, DateOnly today)
    {
        var inSpan = figures.Where(point => point.Period <= today && point.Period <= goal.DueOn
            && new FigurePeriod(goal.Rhythm, point.Period).LastDay >= goal.SpanFrom).OrderBy(point => point.Period);
        return goal.IsCumulative ? Added(goal.Kind, inSpan) : [.. inSpan.Where(point => point.Value is not null)];
    }

    private static List<Point> Added(FigureKind kind, IEnumerable<Point> figures)
    {
        var added = new List<Point>();
        decimal numerator = 0, denominator = 0, sum = 0;
        foreach (var point in figures)
        {
            numerator += point.Numerator ?? 0;
            denominator += point.Denominator ?? 0;
            sum += point.Value ?? 0;
            var value = kind != FigureKind.Share ? sum
                : denominator > 0 ? Figure.ShareOf(numerator, denominator).Value : point.Value;
            if (value is not null)
            {
                added.Add(point with { Value = value, Numerator = numerator, Denominator = denominator });
            }
        }

        return added;
    }
}
