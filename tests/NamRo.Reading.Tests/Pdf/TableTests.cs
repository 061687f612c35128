using NamRo.Reading.Pdf;

namespace NamRo.Reading.Tests.Pdf;

public sealed class TableTests
{
    [Theory]
    [InlineData("000_plan.pdf")]
    [InlineData("000_gs.pdf")]
    [InlineData("000_rects.pdf")]
    [InlineData("000_enc.pdf")]
    [InlineData("000_trunc.pdf")]
    [InlineData("000_noborder.pdf")]
    [InlineData("001_plan.pdf")]
    [InlineData("002_plan.pdf")]
    [InlineData("003_plan.pdf")]
    [InlineData("003_nfd.pdf")]
    [InlineData("003_signed_two.pdf")]
    [InlineData("004_plan.pdf")]
    [InlineData("004_chromium.pdf")]
    public void Table_has_every_row_and_cell(string name)
    {
        var reading = PdfReader.Read(TestData.Sample(name), ReadingOptions.Default);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        TableAssert.Equal(TestData.TrueRows(name[..3]), table);
        Assert.Equal(0, table.WordsInNoCell);
        Assert.Equal(1, table.HeaderRowCount);
    }
}
