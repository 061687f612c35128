using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Forecasting;
using NamRo.Targets.Standings;

namespace NamRo.Tests.Targets;

/// <summary>The forecast against figures held back from it, on series whose kind is known. Synthetic; the seed is fixed.</summary>
public sealed class ForecasterTests
{
    private const int SeriesOfEachKind = 60;
    private const int Length = 60;
    private const int Season = 12;

    private static readonly Dictionary<string, Func<Random, int, double>> Kinds = new(StringComparer.Ordinal)
    {
        ["seasonal"] = (random, at) => 70 + (12 * Math.Sin(2 * Math.PI * at / Season)) + (0.1 * at) + Noise(random, 1.5),
        ["linear"] = (random, at) => 20 + (1.1 * at) + Noise(random, 2),
        ["falling"] = (random, at) => 95 - (0.9 * at) + Noise(random, 2),
        ["step"] = (random, at) => (at < 30 ? 40 : 75) + Noise(random, 2),
        ["saturating"] = (random, at) => 98 - (70 * Math.Exp(-at / 18.0)) + Noise(random, 1),
        ["noisy"] = (random, at) => 50 + Noise(random, 10),
        ["still"] = (random, at) => 88 + Noise(random, 0.4),
        ["sparse"] = (random, at) => random.NextDouble() < 0.2 ? double.NaN : 30 + (0.8 * at) + Noise(random, 3),
    };

    [Fact]
    public void Look_SyntheticSeries_CoversFourOfFiveAndBeatsNaiveWhereItIsShown()
    {
        var tally = new Tally();
        foreach (var (kind, make) in Kinds)
        {
            for (var number = 0; number < SeriesOfEachKind; number++)
            {
                var random = new Random((number * 31) + kind.Length);
                var values = Enumerable.Range(0, Length).Select(at => make(random, at)).Select(value => double.IsNaN(value) ? (double?)null : value)
                    .ToArray();
                tally.Add(kind, values, 1 + (number % 6), adds: number % 5 == 0 && kind != "sparse");
            }
        }

        TestContext.Current.SendDiagnosticMessage(tally.ToString());
        Assert.True(tally.Tried >= 200, $"{tally.Tried} series");
        Assert.True(tally.Shown >= tally.Tried / 4, tally.ToString());
        Assert.True(tally.Coverage >= 0.8, tally.ToString());
        Assert.True(tally.Error < tally.NaiveError, tally.ToString());
        Assert.All(tally.ByKind.Where(kind => kind.Value.Shown >= 10), kind =>
            Assert.True(kind.Value.Error <= kind.Value.Naive, $"{kind.Key}: {kind.Value}"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(15)]
    public void Look_TooShort_ShowsNothing(int length) =>
        Assert.Null(Forecaster.Look([.. Enumerable.Range(0, length).Select(at => (double?)at)], 3, Season, adds: false));

    [Fact]
    public void Look_NothingToLearn_ShowsNothing() =>
        Assert.Null(Forecaster.Look([.. Enumerable.Repeat((double?)88, Length)], 3, Season, adds: false));

    [Fact]
    public void Look_StraightLine_GoesOnAndSaysHowFarItWasOff()
    {
        var forecast = Forecaster.Look([.. Enumerable.Range(0, 36).Select(at => (double?)(10 + (2 * at)))], 6, Season, adds: false);

        Assert.NotNull(forecast);
        Assert.Equal(92, forecast.Value, 1);
        Assert.True(forecast.Error < forecast.NaiveError);
        Assert.True(forecast.Trials >= Forecaster.FewestTrials);
    }

    [Fact]
    public void For_ShareOfAllCasesSoFar_ForecastsTheShareAtTheEndOfTheSpan()
    {
        var goal = new Goal(FigureKind.Share, Comparator.AtLeast, 80, null, "%")
        {
            IsCumulative = true,
            SpanFrom = new DateOnly(2024, 1, 1),
            StartsOn = new DateOnly(2024, 1, 1),
            DueOn = new DateOnly(2026, 12, 31),
        };
        var figures = Enumerable.Range(0, 36).Select(at => new Point(goal.SpanFrom.AddMonths(at), 30 + (1.5m * at), 30 + (1.5m * at), 100)).ToList();
        var actual = figures.Sum(point => point.Numerator!.Value) / 36;

        var forecast = Forecaster.For(goal, figures[..33], new DateOnly(2026, 9, 30));

        Assert.NotNull(forecast);
        Assert.True(Math.Abs(forecast.Value - actual) < 1, $"{forecast.Value} for {actual}");
        Assert.InRange(actual, forecast.Low, forecast.High);
        Assert.True(forecast.Error < forecast.NaiveError);
    }

    private static double Noise(Random random, double size) =>
        size * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed class Tally
    {
        public Dictionary<string, (int Tried, int Shown, int Covered, double Error, double Naive)> ByKind { get; } = [];

        public int Tried => ByKind.Values.Sum(kind => kind.Tried);

        public int Shown => ByKind.Values.Sum(kind => kind.Shown);

        public double Coverage => (double)ByKind.Values.Sum(kind => kind.Covered) / Shown;

        public double Error => ByKind.Values.Sum(kind => kind.Error);

        public double NaiveError => ByKind.Values.Sum(kind => kind.Naive);

        public void Add(string kind, double?[] values, int steps, bool adds)
        {
            var past = values[..^steps];
            var row = ByKind.GetValueOrDefault(kind);
            row.Tried++;
            if (past[^1] is { } last && values[^1] is { } final && Forecaster.Look(past, steps, Season, adds) is { } forecast)
            {
                var actual = adds ? values[^steps..].Sum(value => value!.Value) : final;
                row.Shown++;
                row.Covered += (double)forecast.Low <= actual && actual <= (double)forecast.High ? 1 : 0;
                row.Error += Math.Abs((double)forecast.Value - actual);
                row.Naive += Math.Abs((adds ? steps * last : last) - actual);
            }

            ByKind[kind] = row;
        }

        public override string ToString() => $"shown {Shown} of {Tried}, coverage {Coverage:P1}, error {Error:0} against naive {NaiveError:0}; "
            + string.Join("; ", ByKind.Select(kind => $"{kind.Key} {kind.Value}"));
    }
}
