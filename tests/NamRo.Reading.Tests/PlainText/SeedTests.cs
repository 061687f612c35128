namespace NamRo.Reading.Tests.PlainText;

/// <summary>The seed plans, read from their text form.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    public void Tables_come_out_row_by_row(string seed)
    {
        var reading = DocumentReader.Read(TestData.Seed(seed), ReadingOptions.Default);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        var expected = TestData.TrueRows(seed);
        if (seed == "003")
        {
            Assert.Equal(expected.Count, table.Rows.Count);
        }

        TableAssert.Equal(expected, table);
        Assert.Equal(1, table.HeaderRowCount);
    }
}
