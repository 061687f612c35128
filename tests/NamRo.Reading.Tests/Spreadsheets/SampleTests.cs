namespace NamRo.Reading.Tests.Spreadsheets;

/// <summary>The seed plans' tables as workbooks.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("004")]
    public void Tables_come_out_row_by_row(string sample)
    {
        var reading = DocumentReader.Read(TestData.PathOf($"samples/{sample}_table.xlsx"), ReadingOptions.Default);

        TableAssert.Equal(TestData.TrueRows(sample), reading.Blocks.OfType<Table>().First());
        Assert.Equal(1, reading.Blocks.OfType<Table>().First().HeaderRowCount);
    }
}
