using static NamRo.Reading.Tests.WordProcessing.WordFile;

namespace NamRo.Reading.Tests.WordProcessing;

/// <summary>Automatic numbers are not in a DOCX: they must come out as a reader of the printed page sees them.</summary>
public sealed class NumberingTests
{
    [Fact]
    public void Levels_count_and_restart_below_the_level_above()
    {
        var lines = Read(
            Level(0, "upperRoman", "%1.") + Level(1, "decimal", "%2.") + Level(2, "lowerLetter", "%3)"),
            InList("Mục tiêu", 1) + InList("Chung", 1, 1) + InList("Cụ thể", 1, 1) + InList("Hạ tầng", 1, 2) + InList("Dữ liệu", 1, 2) + InList("Nhiệm vụ", 1) + InList("Rà soát", 1, 1));

        Assert.Equal(["I. Mục tiêu", "1. Chung", "2. Cụ thể", "a) Hạ tầng", "b) Dữ liệu", "II. Nhiệm vụ", "1. Rà soát"], lines);
    }

    [Fact]
    public void Legal_numbering_writes_roman_levels_as_decimals()
    {
        var lines = Read(
            Level(0, "upperRoman", "%1.") + Level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
            InList("A", 1) + InList("B", 1) + InList("C", 1, 1));

        Assert.Equal(["I. A", "II. B", "2.1. C"], lines);
    }

    [Fact]
    public void Bullets_are_written_as_their_glyph_says()
    {
        var lines = Read(Level(0, "bullet", "-") + Level(1, "bullet", "+") + Level(2, "bullet", "\uF0B7"), InList("A", 1) + InList("B", 1, 1) + InList("C", 1, 2));

        Assert.Equal(["- A", "+ B", "- C"], lines);
    }

    [Fact]
    public void A_second_list_of_the_same_pattern_goes_on_unless_it_restarts()
    {
        var file = new WordFile
        {
            Numbering = Pattern(Level(0, "decimal", "%1."))
                + List(1) + List(2) + """<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>""",
            Body = InList("A", 1) + InList("B", 2) + InList("C", 3) + InList("D", 3),
        };

        Assert.Equal(["1. A", "2. B", "1. C", "2. D"], file.Read().Blocks.Cast<Paragraph>().Select(p => p.Text));
    }

    [Fact]
    public void A_style_brings_its_list_and_level()
    {
        var file = new WordFile
        {
            Numbering = Pattern(Level(0, "upperRoman", "%1.", """<w:pStyle w:val="Muc"/>""") + Level(1, "decimal", "%1.%2", """<w:pStyle w:val="Tieumuc"/>""")) + List(1),
            Styles = """
                <w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>
                <w:style w:type="paragraph" w:styleId="Tieumuc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                """,
            Body = Paragraph("A", """<w:pStyle w:val="Muc"/>""") + Paragraph("B", """<w:pStyle w:val="Con"/>""") + Paragraph("C", """<w:pStyle w:val="Tieumuc"/>""")
                + Paragraph("D", """<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>"""),
        };

        var paragraphs = file.Read().Blocks.Cast<Paragraph>().ToList();

        Assert.Equal(["I. A", "II. B", "II.1 C", "D"], paragraphs.Select(p => p.Text));
        Assert.True(paragraphs[1].IsBold);
    }

    [Theory]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(4, "lowerRoman", "iv")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(1994, "upperRoman", "MCMXCIV")]
    public void Numbers_are_written_in_the_formats_of_word_processors(int number, string format, string written) =>
        Assert.Equal(written, Reading.WordProcessing.NumberFormat.Write(number, format));

    private static List<string> Read(string levels, string body) =>
        [.. new WordFile { Numbering = Pattern(levels) + List(1), Body = body }.Read().Blocks.Cast<Paragraph>().Select(p => p.Text)];

    private static string Pattern(string levels) => $"""<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>""";

    private static string List(int id) => $"""<w:num w:numId="{id}"><w:abstractNumId w:val="0"/></w:num>""";

    private static string Level(int level, string format, string text, string more = "") =>
        $"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";
}
