using System.Text.Json;

namespace NamRo.Reading.Tests.Ocr;

/// <summary>A scanned table against the rows it was printed from.</summary>
public sealed class ScannedPlanTests
{
    private const double LargestErrorRate = 0.02;

    [Fact]
    public void AScannedTable_HasAllItsRows_AndNearlyAllItsLetters()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Samples.Path("ground_truth.json")));
        var expected = truth.RootElement.GetProperty("003").GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.GetString() ?? "").ToList()).ToList();

        var reading = DocumentReader.Read(Samples.Path("003_scan200.pdf"), ReadingOptions.Default, TestContext.Current.CancellationToken);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        Assert.Equal(SourceKind.Scan, reading.Source);
        Assert.Equal(0, table.WordsInNoCell);
        var rows = table.Rows.TakeLast(expected.Count).ToList();
        Assert.Equal(expected.Select(row => row[0]), rows.Select(row => row.Cells[0].Text));
        var wrong = expected
            .Zip(rows, (row, read) => Distance(string.Concat(row), string.Concat(read.Cells.Select(cell => cell.Text))))
            .Sum();
        var letters = expected.Sum(row => string.Concat(row).Length);
        Assert.True(wrong <= LargestErrorRate * letters, $"{wrong} of {letters} letters are wrong");
    }

    /// <summary>The edit distance of two texts without their spaces.</summary>
    private static int Distance(string one, string other)
    {
        var (first, second) = (one.Replace(" ", "", StringComparison.Ordinal), other.Replace(" ", "", StringComparison.Ordinal));
        var before = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var here = new int[second.Length + 1];
            here[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var replaced = before[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                here[j] = Math.Min(replaced, Math.Min(before[j], here[j - 1]) + 1);
            }

            before = here;
        }

        return before[^1];
    }
}
