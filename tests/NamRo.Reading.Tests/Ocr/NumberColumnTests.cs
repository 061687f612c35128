using NamRo.Reading.Ocr;
using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Tests.Ocr;

public sealed class NumberColumnTests
{
    private const int RowHeight = 100;

    [Theory]
    [InlineData("1|1,2|2,S|3,4|4", "1,2,3,4")]
    [InlineData("1|1,2|2,?|,4|4", "1,2,3,4")]
    [InlineData("?|,2|2,3|3", "1,2,3")]
    [InlineData("STT|511,l|1,2|2", "STT,1,2")]
    [InlineData("I*|1,l|1,2|2,H*|II,1|1", "I,1,2,II,1")]
    [InlineData("4|4,7|7,5|5", "4,7,5")]
    [InlineData("2.|2.,3.|,4.|4.", "2.,3.,4.")]
    public void Numbers_AreJudgedByTheirNeighbours(string readings, string expected)
    {
        var rows = readings.Split(',').Select(row => row.Split('|')).ToList();
        var cells = new List<PixelArea>();
        for (var i = 0; i < rows.Count; i++)
        {
            cells.Add(new(0, i * RowHeight, 60, (i + 1) * RowHeight));
            cells.Add(new(60, i * RowHeight, rows[i][0].EndsWith('*') ? 1000 : 300, (i + 1) * RowHeight));
        }

        var column = new NumberColumn(new PageTable(new(0, 0, 1000, rows.Count * RowHeight), cells));
        for (var i = 0; i < rows.Count; i++)
        {
            column.Add(cells[2 * i], Word(rows[i][0].TrimEnd('*'), i), Word(rows[i][1], i));
        }

        Assert.Equal(expected.Split(','), column.Settle().Select(word => word.Text));
    }

    [Fact]
    public void ANumberThatNobodyUnderstands_StaysAndIsDoubtful()
    {
        var column = new NumberColumn(new PageTable(new(0, 0, 1000, 100), [new(0, 0, 60, 100)]));
        column.Add(new(0, 0, 60, 100), Word("?", 0), []);

        var word = Assert.Single(column.Settle());

        Assert.Equal("?", word.Text);
        Assert.True(word.Confidence < ScanRecognizer.Doubtful);
    }

    [Theory]
    [InlineData("XIV.", "XIV.")]
    [InlineData("12", "12")]
    [InlineData("IIII", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData(".", null)]
    public void RowNumber_IsParsedStrictly(string text, string? expected) => Assert.Equal(expected, RowNumber.Parse(text)?.ToString());

    private static List<RecognizedWord> Word(string text, int row)
    {
        var area = new PixelArea(10, (row * RowHeight) + 10, 40, (row * RowHeight) + 50);
        return text.Length == 0 ? [] : [new RecognizedWord(text, area, 0, area, 0.7, 12)];
    }
}
