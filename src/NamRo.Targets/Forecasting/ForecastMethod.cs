namespace NamRo.Targets.Forecasting;

/// <summary>One simple way to look ahead, explainable in a sentence.</summary>
/// <param name="Title">In Vietnamese.</param>
/// <param name="NeedsPast">Periods it needs.</param>
/// <param name="Ahead">The next values, from the first <c>past</c> values alone; null when they do not suffice.</param>
internal sealed record ForecastMethod(string Title, int NeedsPast, Func<IReadOnlyList<double?>, int, int, double[]?> Ahead)
{
    /// <summary>Periods by which a trend is judged.</summary>
    private const int TrendWindow = 12;

    private const int LevelWindow = 6;

    /// <summary>How much of its pace a damped trend keeps from period to period.</summary>
    private const double Damping = 0.85;

    /// <summary>"As last period": what every forecast has to beat.</summary>
    public static ForecastMethod Naive { get; } = new("như kỳ trước", 1, (values, past, steps) =>
        Last(values, past) is { } last ? [.. Enumerable.Repeat(last, steps)] : null);

    public static IEnumerable<ForecastMethod> All(int season)
    {
        yield return new("trung bình các kỳ gần đây", LevelWindow, Level);
        yield return new("xu hướng giảm dần", TrendWindow, (values, past, steps) => Trend(values, past, steps, Damping));
        yield return new("xu hướng đều", TrendWindow, (values, past, steps) => Trend(values, past, steps, 1));
        if (season > 1)
        {
            yield return new("cùng kỳ năm trước", 2 * season, (values, past, steps) => Seasonal(values, past, steps, season));
        }
    }

    private static double[]? Level(IReadOnlyList<double?> values, int past, int steps)
    {
        var recent = Known(values, past - LevelWindow, past);
        return recent.Count == 0 ? null : [.. Enumerable.Repeat(recent.Average(point => point.Value), steps)];
    }

    /// <summary>Theil and Sen: the median of the slopes between all pairs, which single outliers cannot move.</summary>
    private static double[]? Trend(IReadOnlyList<double?> values, int past, int steps, double damping)
    {
        var recent = Known(values, past - TrendWindow, past);
        if (recent.Count < LevelWindow)
        {
            return null;
        }

        var slopes = new List<double>();
        for (var one = 0; one < recent.Count; one++)
        {
            for (var other = one + 1; other < recent.Count; other++)
            {
                slopes.Add((recent[other].Value - recent[one].Value) / (recent[other].At - recent[one].At));
            }
        }

        var slope = Median(slopes);

        // The level of today comes from the newest half, so that a bend in the trend is followed.
        var level = Median([.. recent.Skip(recent.Count / 2).Select(point => point.Value - (slope * (point.At - (past - 1))))]);
        var path = new double[steps];
        var (gained, pace) = (0.0, 1.0);
        for (var step = 0; step < steps; step++)
        {
            pace *= damping;
            gained += pace;
            path[step] = level + (slope * gained);
        }

        return path;
    }

    /// <summary>The same period a year ago, moved by what the last year differs from the one before.</summary>
    private static double[]? Seasonal(IReadOnlyList<double?> values, int past, int steps, int season)
    {
        var (thisYear, lastYear) = (Known(values, past - season, past), Known(values, past - (2 * season), past - season));
        if (past < 2 * season || thisYear.Count == 0 || lastYear.Count == 0)
        {
            return null;
        }

        var shift = thisYear.Average(point => point.Value) - lastYear.Average(point => point.Value);
        var path = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            var at = past - season + (step % season);
            var years = 1 + (step / season);
            if (values[at] is not { } year)
            {
                return null;
            }

            // Two years tell more about a season than one.
            var before = values[at - season] is { } older ? older + shift : year;
            path[step] = ((year + before) / 2) + (shift * years);
        }

        return path;
    }

    private static List<(int At, double Value)> Known(IReadOnlyList<double?> values, int from, int to)
    {
        var known = new List<(int, double)>();
        for (var at = Math.Max(0, from); at < to; at++)
        {
            if (values[at] is { } value)
            {
                known.Add((at, value));
            }
        }

        return known;
    }

    private static double? Last(IReadOnlyList<double?> values, int past)
    {
        for (var at = past - 1; at >= 0; at--)
        {
            if (values[at] is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
