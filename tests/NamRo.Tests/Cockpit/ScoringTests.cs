using FsCheck;
using FsCheck.Fluent;
using NamRo.Cockpit.Scores;

namespace NamRo.Tests.Cockpit;

public sealed class ScoringTests
{
    private static readonly Gen<decimal?> Share = Gen.OneOf(Gen.Constant((decimal?)null), Gen.Choose(0, 100).Select(value => (decimal?)value));

    private static readonly Gen<ScoreFacts> Unit = from parts in Gen.ArrayOf(Share, 4)
                                                   select new ScoreFacts(Guid.CreateVersion7(), "Đơn vị", null, "/", 10, parts[0], parts[1], parts[2], parts[3]);

    [Fact]
    public void Rank_AnyUnits_RanksOnlyWhatHasData() => Prop.ForAll(Unit.ArrayOf().ToArbitrary(), units =>
    {
        var scores = Scoring.Rank(units, Weights.Default);
        return scores.Count == units.Length && scores.All(score => score.Rank is null
            ? score.WhyNot is { Length: > 0 } && score.Score is null
            : score.WhyNot is null && score.Facts.Coverage is null or >= Scoring.LeastCoverage
                && score.Facts.Parts.Count(part => part is not null) >= Scoring.FewestCriteria);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rank_AnyUnits_RankLiesBetweenBestAndWorstAndFollowsTheScore() => Prop.ForAll(Unit.ArrayOf().ToArbitrary(), units =>
    {
        var scores = Scoring.Rank(units, Weights.Default).Where(score => score.Rank is not null).ToList();
        return scores.All(score => score.BestRank <= score.Rank && score.Rank <= score.WorstRank)
            && scores.Zip(scores.Skip(1)).All(pair => Math.Round(pair.First.Score ?? 0, 2) >= Math.Round(pair.Second.Score ?? 0, 2));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ScoreOf_OneCriterionDoesNotApply_ItsWeightIsSharedOut()
    {
        var unit = new ScoreFacts(Guid.Empty, "", null, "/", 5, 80, 60, null, 100);

        Assert.Equal(((80m * 40) + (60 * 20) + (100 * 10)) / 70, Scoring.ScoreOf(unit, Weights.Default.Parts));
    }

    [Fact]
    public void Rank_LittleData_IsNamedAndNotRanked()
    {
        var unit = new ScoreFacts(Guid.Empty, "", null, "/", 5, 100, 100, 100, 40);

        Assert.Contains("40%", Assert.Single(Scoring.Rank([unit], Weights.Default)).WhyNot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 20, 30, 10, true)]
    [InlineData(40, 20, 30, 11, false)]
    [InlineData(-10, 50, 50, 10, false)]
    public void Weights_AddUpToAHundred(int onTime, int updates, int targets, int coverage, bool isWhole) =>
        Assert.Equal(isWhole, new Weights(onTime, updates, targets, coverage).IsWhole);
}
