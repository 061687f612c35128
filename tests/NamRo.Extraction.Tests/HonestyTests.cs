using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction.Tests;

/// <summary>Nothing may stand in a draft that does not stand in the document.</summary>
public class HonestyTests
{
    public static TheoryData<string> Inputs()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Repository.Data("seeds"), "*.txt")
            .Concat(Directory.EnumerateFiles(Repository.Data("samples"), "*.docx"))
            .Concat(Directory.EnumerateFiles(Repository.Data("samples"), "*.xlsx"))
            .Concat(Directory.Exists(Repository.Data("plans")) ? Directory.EnumerateFiles(Repository.Data("plans"), "*.txt") : [])
            .Concat(Directory.Exists(Repository.Data("plans")) ? Directory.EnumerateFiles(Repository.Data("plans"), "*.md") : [])
            .Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(Repository.Data(), file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void EveryValue_StandsInItsQuote(string file)
    {
        var reading = DocumentReader.Read(Repository.Data(file), ReadingOptions.Default);
        var plan = PlanExtractor.Extract(reading);
        foreach (var task in plan.Tasks)
        {
            AssertQuote(reading, task.Source);
            foreach (var value in task.LeadUnits.Concat(task.CoUnits).Append(task.Leader).Append(task.Output).Append(task.DeadlineText).Append(task.Text).OfType<string>())
            {
                AssertStands(value, task.Source.Quote);
            }
        }

        foreach (var target in plan.Targets)
        {
            AssertQuote(reading, target.Source);
            AssertStands(target.Text, target.Source.Quote);
            AssertNumberStands(target.Value, target.Source.Quote);
            AssertNumberStands(target.UpperValue, target.Source.Quote);
            AssertNumberStands(target.Baseline, target.Source.Quote);
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void TheSameFile_GivesTheSameDraft(string file)
    {
        Assert.Equal(Json(file), Json(file));

        static string Json(string file)
        {
            using var buffer = new MemoryStream();
            PlanJson.Write(PlanExtractor.Extract(DocumentReader.Read(Repository.Data(file), ReadingOptions.Default)), buffer);
            return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        }
    }

    private static void AssertQuote(DocumentReading reading, SourceQuote source)
    {
        Assert.InRange(source.Span.From, 0, source.Span.To);
        Assert.InRange(source.Span.To, source.Span.From, reading.Text.Length);
        Assert.All(source.Cells.Values, span => Assert.InRange(span.To, span.From, reading.Text.Length));
    }

    private static void AssertStands(string value, string quote) =>
        Assert.Contains(VietnameseText.Fold(value).Trim(' ', '.', ',', ';'), VietnameseText.Fold(quote), StringComparison.Ordinal);

    private static void AssertNumberStands(decimal? value, string quote)
    {
        if (value is { } number)
        {
            Assert.Contains(VietnameseNumber.FindAll(quote), found => found.Value == number);
        }
    }
}
