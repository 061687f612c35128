namespace NamRo.Extraction.Tests;

/// <summary>Invented plans of other wards, provinces, ministries and Party committees: the layouts that the five seeds do not show.</summary>
public class PlanTests
{
    [Fact]
    public async Task InventedPlans_AreExtractedAsLabelled()
    {
        var figures = await Scores.OfAsync([.. Plans()]);
        Assert.Multiple(
            () => Assert.InRange(figures["tasks"], 0.95, 1),
            () => Assert.InRange(figures["targets"], 0.93, 1),
            () => Assert.InRange(figures["task_fields"], 0.92, 1),
            () => Assert.InRange(figures["target_fields"], 0.92, 1),
            () => Assert.InRange(figures["document_fields"], 0.92, 1));
    }

    [Theory]
    [InlineData("31_commune_duties_and_terms", "31_commune_duties_and_terms.pdf")]
    [InlineData("42_official_letter", "42_official_letter.pdf")]
    [InlineData("05_table_leader_reordered", "05_table_leader_reordered.pdf")]
    [InlineData("05_table_leader_reordered", "05_scan.pdf")]
    public async Task OnPagesSetRagged_OrScanned_ItIsTheSamePlan(string plan, string pages)
    {
        var figures = await Scores.OfAsync((Repository.Data("plans", plan + ".json"), Repository.Data("plans", pages)));
        Assert.Multiple(
            () => Assert.Equal(1, figures["tasks"]),
            () => Assert.InRange(figures["task_fields"], 0.98, 1),
            () => Assert.InRange(figures["document_fields"], 0.98, 1));
    }

    private static IEnumerable<(string Gold, string File)> Plans()
    {
        foreach (var gold in Directory.EnumerateFiles(Repository.Data("plans"), "*.json").Order(StringComparer.Ordinal))
        {
            var text = Path.ChangeExtension(gold, ".txt");
            yield return (gold, File.Exists(text) ? text : Path.ChangeExtension(gold, ".md"));
        }
    }
}
