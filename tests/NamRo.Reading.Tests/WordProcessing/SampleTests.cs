namespace NamRo.Reading.Tests.WordProcessing;

/// <summary>The seed plans as DOCX.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Tables_come_out_row_by_row(string sample)
    {
        var reading = DocumentReader.Read(TestData.PathOf($"samples/{sample}_plan.docx"), ReadingOptions.Default);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        TableAssert.Equal(TestData.TrueRows(sample), table);
        Assert.Equal(1, table.HeaderRowCount);
        Assert.Equal(SourceKind.Word, reading.Source);
    }
}
