using FsCheck;
using FsCheck.Fluent;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Standings;

namespace NamRo.Tests.Targets;

public sealed class StandingProperties
{
    private static readonly Comparator[] Comparators =
        [Comparator.AtLeast, Comparator.MoreThan, Comparator.Equal, Comparator.AtMost, Comparator.LessThan, Comparator.Range];

    private static readonly TargetStanding[] Ranks = [TargetStanding.Missed, TargetStanding.AtRisk, TargetStanding.OnTrack, TargetStanding.Met];

    private static readonly Gen<Goal> Goals =
        from comparator in Gen.Elements(Comparators)
        from kind in Gen.Elements(FigureKind.Share, FigureKind.Amount)
        from value in Gen.Choose(1, 100)
        from width in Gen.Choose(0, 20)
        from baseline in Gen.Choose(-20, 100)
        from isCumulative in Gen.Elements(true, false)
        from rhythm in Gen.Elements(Rhythm.Month, Rhythm.Quarter, Rhythm.HalfYear)
        from years in Gen.Choose(1, 3)
        select new Goal(kind, comparator, value, comparator == Comparator.Range ? value + width : null, kind == FigureKind.Share ? "%" : "việc")
        {
            Rhythm = rhythm,
            IsCumulative = isCumulative && kind == FigureKind.Amount,
            Baseline = baseline < 0 ? null : baseline,
            SpanFrom = new DateOnly(2026, 1, 1),
            StartsOn = new DateOnly(2026, 1, 20),
            DueOn = new DateOnly(2025 + years, 12, 31),
        };

    private static readonly Gen<(Goal Goal, List<Point> Points, DateOnly Today)> Cases =
        from goal in Goals
        from values in Gen.Choose(-20, 120).ListOf()
        from days in Gen.Choose(-30, 1200)
        let first = goal.FirstPeriod
        select (goal, values.Take(24).Select((value, at) => (value, Period: Enumerable.Range(0, at).Aggregate(first, (period, _) => period.Next)))
            .Where(pair => pair.value >= -10)
            .Select(pair => new Point(pair.Period.Start, pair.value < 0 ? null : pair.value)).ToList(), goal.SpanFrom.AddDays(days));

    [Fact]
    public void Judge_Anything_GivesOneSentence() => Check(Cases, test =>
    {
        var verdict = StandingRule.Judge(test.Goal, test.Points, test.Today);
        return verdict.Reason.EndsWith('.') && verdict.Reason.Length is > 10 and < 500 && char.IsUpper(verdict.Reason[0]);
    });

    [Fact]
    public void Judge_WithoutAnyFigure_NeverClaimsSuccessOrFailure() => Check(Cases, test =>
        StandingRule.Judge(test.Goal, [], test.Today).Standing is TargetStanding.NoData or TargetStanding.NotDue);

    [Fact]
    public void Judge_FiguresInAnyOrder_GiveTheSameAnswer() => Check(Cases, test =>
        StandingRule.Judge(test.Goal, test.Points, test.Today) == StandingRule.Judge(test.Goal, Enumerable.Reverse(test.Points).ToList(), test.Today));

    [Fact]
    public void Judge_FiguresOfTheFuture_ChangeNothing() => Check(Cases, test =>
        StandingRule.Judge(test.Goal, test.Points, test.Today)
        == StandingRule.Judge(test.Goal, test.Points.Where(point => point.Period <= test.Today).ToList(), test.Today));

    [Fact]
    public void Judge_MissedBeforeTheDueDay_OnlyWhenNothingCanHelp() => Check(Cases, test =>
    {
        var verdict = StandingRule.Judge(test.Goal, test.Points, test.Today);
        return verdict.Standing != TargetStanding.Missed || test.Today > test.Goal.DueOn || test.Goal.IsLostAt(verdict.Value!.Value);
    });

    [Fact]
    public void Judge_Met_MeansReached() => Check(Cases, test =>
    {
        var verdict = StandingRule.Judge(test.Goal, test.Points, test.Today);
        return verdict.Standing != TargetStanding.Met || test.Goal.IsReachedBy(verdict.Value!.Value);
    });

    [Fact]
    public void Judge_ABetterNewestFigure_IsNeverWorse() => Check(
        from test in Cases
        from gain in Gen.Choose(1, 30)
        select (test.Goal, test.Points, test.Today, gain), test =>
    {
        var last = test.Points.FindLastIndex(point => point.Value is not null && point.Period <= test.Today && point.Period <= test.Goal.DueOn);
        if (last < 1)
        {
            return true;
        }

        var gain = test.Goal.IsDownward ? -test.gain : test.gain;
        List<Point> better = [.. test.Points];
        better[last] = better[last] with { Value = better[last].Value + gain };
        var (before, after) = (StandingRule.Judge(test.Goal, test.Points, test.Today), StandingRule.Judge(test.Goal, better, test.Today));
        // What was lost for certain may become a question again; everything else has to hold.
        return Array.IndexOf(Ranks, after.Standing) >= Array.IndexOf(Ranks, before.Standing) || before.Standing == TargetStanding.Missed;
    });

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
