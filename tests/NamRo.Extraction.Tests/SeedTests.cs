namespace NamRo.Extraction.Tests;

/// <summary>The five real plans must come out as a careful person labelled them.</summary>
public class SeedTests
{
    [Fact]
    public async Task Seeds_AreExtractedAsLabelled()
    {
        var pairs = Enumerable.Range(0, 5).Select(i => $"{i:000}").Select(n => (Repository.Data("gold", n + ".json"), Repository.Seed(n))).ToArray();
        var figures = await Scores.OfAsync(pairs);
        Assert.Multiple(
            () => Assert.InRange(figures["tasks"], 0.99, 1),
            () => Assert.InRange(figures["targets"], 0.97, 1),
            () => Assert.InRange(figures["task_fields"], 0.97, 1),
            () => Assert.InRange(figures["target_fields"], 0.97, 1),
            () => Assert.InRange(figures["document_fields"], 0.95, 1));
    }

    public static TheoryData<string, string> WholeTables() => new()
    {
        { "000", "000_plan.pdf" }, { "000", "000_plan.docx" }, { "000", "000_gs.pdf" }, { "000", "000_rects.pdf" }, { "000", "000_noborder.pdf" },
        { "000", "000_enc.pdf" }, { "000", "000_trunc.pdf" }, { "001", "001_plan.pdf" }, { "001", "001_plan.docx" }, { "002", "002_plan.pdf" },
        { "002", "002_plan.docx" }, { "003", "003_plan.pdf" }, { "003", "003_plan.docx" }, { "003", "003_nfd.pdf" }, { "003", "003_signed_two.pdf" },
        { "004", "004_plan.pdf" }, { "004", "004_plan.docx" }, { "004", "004_chromium.pdf" },
    };

    [Theory]
    [MemberData(nameof(WholeTables))]
    public async Task TheSamePlanInAnotherForm_GivesTheSamePlan(string seed, string sample)
    {
        var figures = await Scores.OfAsync((Repository.Data("gold", seed + ".json"), Repository.Data("samples", sample)));
        Assert.Multiple(
            () => Assert.InRange(figures["tasks"], 0.99, 1),
            () => Assert.InRange(figures["task_fields"], 0.96, 1),
            () => Assert.InRange(figures.GetValueOrDefault("targets", 1), 0.97, 1));
    }

    [Theory]
    [InlineData("000", "000_table.xlsx")]
    [InlineData("004", "004_table.xlsx")]
    public async Task ASpreadsheetOfTheTable_GivesTheSameTasks(string seed, string sample)
    {
        var figures = await Scores.OfAsync((Repository.Data("gold", seed + ".json"), Repository.Data("samples", sample)));
        Assert.Multiple(
            () => Assert.InRange(figures["tasks"], 0.99, 1),
            () => Assert.InRange(figures["task_fields"], 0.96, 1));
    }
}
