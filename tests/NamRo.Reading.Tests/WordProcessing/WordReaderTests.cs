using static NamRo.Reading.Tests.WordProcessing.WordFile;

namespace NamRo.Reading.Tests.WordProcessing;

/// <summary>What of a DOCX is text, and what is not.</summary>
public sealed class WordReaderTests
{
    [Fact]
    public void Open_changes_are_read_as_accepted_and_reported()
    {
        var reading = new WordFile
        {
            Body = """
                <w:p><w:r><w:t xml:space="preserve">Hạn </w:t></w:r><w:del><w:r><w:delText>30/6/2026</w:delText></w:r></w:del><w:ins><w:r><w:t>31/12/2026</w:t></w:r></w:ins></w:p>
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Rà soát </w:t></w:r></w:p><w:p><w:r><w:t>quy trình</w:t></w:r></w:p>
                """,
        }.Read();

        Assert.Equal(["Hạn 31/12/2026", "Rà soát quy trình"], Texts(reading));
        Assert.Equal("word.tracked-changes", Assert.Single(reading.Notices).Rule);
    }

    [Fact]
    public void Alternatives_are_read_once_and_field_codes_not_at_all()
    {
        var reading = new WordFile
        {
            Body = """
                <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
                <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>
                <w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
                """,
        }.Read();

        Assert.Equal(["Trang 7", "Trong khung"], Texts(reading));
    }

    [Fact]
    public void Symbol_fonts_and_special_marks_become_letters()
    {
        var reading = new WordFile
        {
            Body = """<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 90%, 57</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r></w:p>""",
        }.Read();

        Assert.Equal(["≥ 90%, 57-NQ/TW"], Texts(reading));
    }

    [Fact]
    public void Line_breaks_keep_lines_and_separate_list_items()
    {
        var reading = new WordFile
        {
            Body = "<w:p><w:r><w:t>ỦY BAN NHÂN DÂN</w:t><w:br/><w:t>PHƯỜNG A</w:t></w:r></w:p><w:p><w:r><w:t>- Một;</w:t><w:br/><w:t>- Hai.</w:t></w:r></w:p>",
        }.Read();

        Assert.Equal(["ỦY BAN NHÂN DÂN PHƯỜNG A", "- Một;", "- Hai."], Texts(reading));
        Assert.Equal(["ỦY BAN NHÂN DÂN", "PHƯỜNG A"], reading.Blocks.OfType<Paragraph>().First().Lines);
    }

    [Fact]
    public void Tables_keep_spans_merges_controls_and_automatic_row_numbers()
    {
        const string number = """<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>""";
        var reading = new WordFile
        {
            Numbering = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""",
            Body = "<w:tbl>"
                + "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell(Paragraph("TT")) + Cell(Paragraph("Nội dung")) + Cell(Paragraph("Đơn vị")) + "</w:tr>"
                + "<w:tr>" + Cell(Paragraph("I. Về dữ liệu"), """<w:gridSpan w:val="3"/>""") + "</w:tr>"
                + "<w:tr>" + Cell(Paragraph(string.Empty, number)) + $"<w:sdt><w:sdtContent>{Cell(Paragraph("Rà soát") + Paragraph("Cập nhật"))}</w:sdtContent></w:sdt>" + Cell(Paragraph("Phòng A"), """<w:vMerge w:val="restart"/>""") + "</w:tr>"
                + "<w:tr>" + Cell(Paragraph(string.Empty, number)) + Cell("<w:tbl><w:tr>" + Cell(Paragraph("Trong")) + Cell(Paragraph("bảng")) + "</w:tr></w:tbl>") + Cell(Paragraph(string.Empty), "<w:vMerge/>") + "</w:tr>"
                + "</w:tbl>",
        }.Read();

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        Assert.Equal(1, table.HeaderRowCount);
        TableAssert.Equal([["TT", "Nội dung", "Đơn vị"], ["I. Về dữ liệu"], ["1", "Rà soát Cập nhật", "Phòng A"], ["2", "Trong bảng", "Phòng A"]], table);
        Assert.Equal(3, table.Rows[1].Cells[0].ColumnSpan);
        Assert.Equal("Rà soát\nCập nhật", table.Rows[2].Cells[1].Text);
        Assert.True(table.Rows[3].Cells[2].IsMergedFromAbove);
    }

    private static IEnumerable<string> Texts(DocumentReading reading) => reading.Blocks.OfType<Paragraph>().Select(p => p.Text);
}
