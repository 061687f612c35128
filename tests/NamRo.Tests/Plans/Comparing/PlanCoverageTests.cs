using System.Text.Json;
using NamRo.Language;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans.Comparing;

public sealed class PlanCoverageTests
{
    private const double LeastF1 = 0.9;
    private const int LeastPairs = 30;

    private static readonly string[] Seeds = ["000", "001", "002", "003", "004"];

    private static string Folder => Path.Combine(Repository.Root, "tests", "data", "coverage");

    private static IReadOnlyList<ComparedRow> City => EditedPlan.Seed(Folder, "city");

    [Fact]
    public void Find_CityPlan_MatchesWhatPeopleLabelled()
    {
        var (right, wrong, labelled) = (0, 0, 0);
        foreach (var seed in Seeds)
        {
            var (pairs, neutral) = Labels(seed);
            var found = Found(seed).Keys.ToList();
            labelled += pairs.Count;
            right += found.Count(pairs.ContainsKey);
            wrong += found.Count(pair => !pairs.ContainsKey(pair) && !neutral.Contains(pair));
        }

        var score = 2.0 * right / (right + wrong + labelled);
        Assert.True(labelled >= LeastPairs);
        Assert.True(score >= LeastF1, $"F1 {score:0.000}: {right} of {labelled} right, {wrong} wrong");
    }

    [Fact]
    public void Find_MatchedPairs_CompareThePromises()
    {
        foreach (var seed in Seeds)
        {
            var found = Found(seed);
            var labelled = Labels(seed).Pairs.Where(pair => pair.Value.Length > 0 && found.ContainsKey(pair.Key)).ToList();

            Assert.Equal(labelled.Select(pair => $"{pair.Key} {pair.Value}"), labelled.Select(pair => $"{pair.Key} {found[pair.Key].Verdict}"));
            Assert.All(found.Values, match => Assert.NotEmpty(match.Reasons));
        }
    }

    [Theory]
    [InlineData("T24")]
    [InlineData("T25")]
    [InlineData("22")]
    public void Find_RowNobodyTakesUp_IsLeftOut(string key) => Assert.All(Seeds, seed =>
        Assert.Empty(PlanCoverage.Find(City, EditedPlan.Seed(OwnFolder, seed)).Single(row => row.Upper.Key == key).Matches));

    [Theory]
    [InlineData("T16", Comparator.AtLeast, 12, "sáng kiến", CoverageVerdict.Higher)]
    [InlineData("T25", Comparator.AtLeast, 1, "khu công nghệ", CoverageVerdict.TakenUp)]
    [InlineData("T1", Comparator.AtLeast, 80, "%", CoverageVerdict.Lower)]
    [InlineData("T1", Comparator.AtLeast, 80, "trạm", CoverageVerdict.TakenUp)]
    public void Compare_Figures_CountsOnlyWhatIsMeantForEachWard(string key, Comparator comparator, int value, string unit, object verdict)
    {
        var own = new ComparedRow("own", RowKind.Target, "") { Comparator = comparator, Value = value, MeasureUnit = unit };

        Assert.Equal((CoverageVerdict)verdict, Promises.Compare(City.Single(row => row.Key == key), own, own.Text));
    }

    [Fact]
    public void Compare_SmallerIsBetter_TurnsRound()
    {
        var upper = new ComparedRow("upper", RowKind.Target, "") { Comparator = Comparator.AtMost, Value = 5, MeasureUnit = "%" };

        Assert.Equal(CoverageVerdict.Higher, Promises.Compare(upper, upper with { Value = 3 }, ""));
        Assert.Equal(CoverageVerdict.Lower, Promises.Compare(upper, upper with { Value = 8 }, ""));
    }

    private static string OwnFolder => Path.Combine(Repository.Root, "tests", "data", "amended");

    private static Dictionary<string, CoverageMatch> Found(string seed) => PlanCoverage.Find(City, EditedPlan.Seed(OwnFolder, seed))
        .SelectMany(row => row.Matches.Select(match => (Key: $"{row.Upper.Key} {match.Own.Key}", match)))
        .ToDictionary(pair => pair.Key, pair => pair.match, StringComparer.Ordinal);

    private static (Dictionary<string, string> Pairs, HashSet<string> Neutral) Labels(string seed)
    {
        using var labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"pairs_{seed}.json")));
        return (labels.RootElement.GetProperty("pairs").EnumerateArray().ToDictionary(Key, pair => pair[2].GetString()!, StringComparer.Ordinal),
            labels.RootElement.GetProperty("neutral").EnumerateArray().Select(Key).ToHashSet(StringComparer.Ordinal));
    }

    private static string Key(JsonElement pair) => $"{pair[0]} {pair[1]}";
}
