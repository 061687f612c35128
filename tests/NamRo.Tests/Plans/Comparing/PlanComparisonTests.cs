using NamRo.Plans.Comparing;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans.Comparing;

public sealed class PlanComparisonTests
{
    private const double LeastF1 = 0.97;
    private const double LeastF1OfOne = 0.92;

    public static TheoryData<string> Versions { get; } = [.. Names()];

    private static string Folder => Path.Combine(Repository.Root, "tests", "data", "amended");

    [Theory]
    [MemberData(nameof(Versions))]
    public void Compare_EditedPlan_FindsItsChanges(string name)
    {
        var (right, wrong, missed) = Score(name);

        Assert.True(F1(right, wrong, missed) >= LeastF1OfOne, $"{name}: {right} right, {wrong} wrong, {missed} missed");
    }

    [Fact]
    public void Compare_AllEditedPlans_FindsTheChangesOfAll()
    {
        var scores = Names().Select(Score).ToList();
        var total = F1(scores.Sum(score => score.Right), scores.Sum(score => score.Wrong), scores.Sum(score => score.Missed));

        Assert.True(scores.Count >= 8);
        Assert.True(total >= LeastF1, $"F1 of changes {total:0.000}");
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Compare_PlanWithItself_ChangesNothing(string seed)
    {
        var rows = EditedPlan.Seed(Folder, seed);

        var found = PlanComparison.Compare(rows, rows);

        Assert.All(found, change => Assert.Equal(ChangeKind.Unchanged, change.Kind));
        Assert.All(found, change => Assert.Equal(change.Former[0].Key, change.Present[0].Key));
        Assert.Equal(rows.Count, found.Count);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Compare_OtherWayRound_GivesTheSamePairs(string name)
    {
        var plan = EditedPlan.Load(Folder, name);

        var forth = PlanComparison.Compare(plan.Former, plan.Present).Select(change => Line(change.Kind, change.Former, change.Present));
        var back = PlanComparison.Compare(plan.Present, plan.Former).Select(change => Line(Mirror(change.Kind), change.Present, change.Former));

        Assert.Equal(forth.Order(StringComparer.Ordinal), back.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Compare_EveryRow_IsAccountedForOnce(string name)
    {
        var plan = EditedPlan.Load(Folder, name);

        var found = PlanComparison.Compare(plan.Former, plan.Present);

        Assert.Equal(Keys(plan.Former), Keys(found.SelectMany(change => change.Former)));
        Assert.Equal(Keys(plan.Present), Keys(found.SelectMany(change => change.Present)));
    }

    [Fact]
    public void Compare_RowsTakenAwayAndShuffled_AreDroppedAndNothingElse()
    {
        // A property over many draws: what is left is found wherever it stands, what is gone is dropped.
        var rows = EditedPlan.Seed(Folder, "004");
        var random = new Random(57);
        for (var draw = 0; draw < 25; draw++)
        {
            var kept = rows.Where(_ => random.Next(4) > 0).ToArray();
            random.Shuffle(kept);

            var found = PlanComparison.Compare(rows, kept);

            Assert.Equal(Keys(rows.Except(kept)), Keys(found.Where(change => change.Kind == ChangeKind.Dropped).SelectMany(change => change.Former)));
            Assert.All(found.Where(change => change.Kind != ChangeKind.Dropped),
                change => Assert.Equal((ChangeKind.Unchanged, change.Former[0].Key), (change.Kind, change.Present[0].Key)));
        }
    }

    [Fact]
    public void Compare_MatchedRows_SayWhy()
    {
        var plan = EditedPlan.Load(Folder, "01_reworded_003");

        var found = PlanComparison.Compare(plan.Former, plan.Present);

        Assert.All(found.Where(change => change.Kind == ChangeKind.Changed), change =>
            Assert.StartsWith("Cùng nói: “", change.Reasons[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Best_SmallCases_AreOptimal()
    {
        var random = new Random(71);
        for (var draw = 0; draw < 300; draw++)
        {
            var candidates = Enumerable.Range(0, 5).SelectMany(left => Enumerable.Range(0, 5).Where(_ => random.Next(3) > 0)
                .Select(right => new Candidate(left, right, random.NextDouble()))).ToList();

            var best = Assignment.Best(candidates);

            Assert.Distinct(best.Select(pair => pair.Left));
            Assert.Distinct(best.Select(pair => pair.Right));
            Assert.Equal(BestWorth(candidates, 0, []), best.Sum(pair => pair.Worth), 9);
        }
    }

    private static double BestWorth(List<Candidate> candidates, int left, HashSet<int> taken) => left > 4
        ? 0
        : candidates.Where(pair => pair.Left == left && !taken.Contains(pair.Right))
            .Select(pair => pair.Worth + BestWorth(candidates, left + 1, [.. taken, pair.Right]))
            .Append(BestWorth(candidates, left + 1, taken)).Max();

    private static IEnumerable<string> Names() => Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => char.IsAsciiDigit(name[0])).Order(StringComparer.Ordinal);

    private static (int Right, int Wrong, int Missed) Score(string name)
    {
        var plan = EditedPlan.Load(Folder, name);
        var found = EditedPlan.ChangesOf(PlanComparison.Compare(plan.Former, plan.Present));
        return (found.Count(plan.Changes.Contains), found.Count(change => !plan.Changes.Contains(change)),
            plan.Changes.Count(change => !found.Contains(change)));
    }

    private static double F1(int right, int wrong, int missed) => 2.0 * right / ((2 * right) + wrong + missed);

    private static IEnumerable<string> Keys(IEnumerable<ComparedRow> rows) => rows.Select(row => row.Key).Order(StringComparer.Ordinal);

    private static string Line(ChangeKind kind, IReadOnlyList<ComparedRow> former, IReadOnlyList<ComparedRow> present) =>
        $"{kind} {string.Join(',', Keys(former))} {string.Join(',', Keys(present))}";

    private static ChangeKind Mirror(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => ChangeKind.Dropped,
        ChangeKind.Dropped => ChangeKind.Added,
        ChangeKind.Split => ChangeKind.Merged,
        ChangeKind.Merged => ChangeKind.Split,
        _ => kind,
    };
}
