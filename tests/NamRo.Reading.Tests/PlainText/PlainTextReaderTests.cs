using NamRo.Reading.PlainText;

namespace NamRo.Reading.Tests.PlainText;

/// <summary>How lines become paragraphs and written rows become tables.</summary>
public sealed class PlainTextReaderTests
{
    [Fact]
    public void A_paragraph_cut_by_a_page_end_is_one_again()
    {
        Assert.Equal(
            ["- Huy động nguồn lực cho phát triển khoa học, công nghệ và chuyển đổi số.", "1. Mục đích"],
            Paragraphs("- Huy động nguồn lực cho phát triển khoa học,\n\n3\n\ncông nghệ và chuyển đổi số.\n\n1. Mục đích"));
    }

    [Fact]
    public void List_items_headings_and_signatures_stay_apart()
    {
        Assert.Equal(
            ["KẾ HOẠCH", "Chuyển đổi số năm 2026", "Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            Paragraphs("KẾ HOẠCH\nChuyển đổi số năm 2026\n\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"));
    }

    [Fact]
    public void Lines_broken_at_a_page_width_are_joined()
    {
        const string text = """
            Thực hiện Nghị định của Chính phủ về thực hiện cơ chế một cửa, ngày 23 tháng
            4 năm 2018, Ủy ban nhân dân phường ban hành Kế hoạch với các nội dung như sau,
            bảo đảm thống nhất giữa các cơ quan, đơn vị trong hệ thống chính trị - kinh tế
            - xã hội của phường:
            1. Rà soát toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết của Ủy ban
            nhân dân phường theo Nghị quyết số 57-
            NQ/TW của Bộ Chính trị.
            2. Công bố kết quả.
            """;

        Assert.Equal(
        [
            "Thực hiện Nghị định của Chính phủ về thực hiện cơ chế một cửa, ngày 23 tháng 4 năm 2018, Ủy ban nhân dân phường ban hành Kế hoạch với các nội dung như sau, bảo đảm thống nhất giữa các cơ quan, đơn vị trong hệ thống chính trị - kinh tế - xã hội của phường:",
            "1. Rà soát toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường theo Nghị quyết số 57-NQ/TW của Bộ Chính trị.",
            "2. Công bố kết quả.",
        ], Paragraphs(text));
    }

    [Fact]
    public void Markup_is_dropped_and_bold_kept()
    {
        var paragraphs = Read("## I. MỤC TIÊU\n\n**1. Chung**\n\nBáo cáo (*qua Phòng A*) trước **05/12** (*).\n\n- + Đơn vị chủ trì: Phòng A").Blocks.Cast<Paragraph>().ToList();

        Assert.Equal(["I. MỤC TIÊU", "1. Chung", "Báo cáo (qua Phòng A) trước 05/12 (*).", "+ Đơn vị chủ trì: Phòng A"], paragraphs.Select(p => p.Text));
        Assert.Equal([true, true, false, false], paragraphs.Select(p => p.IsBold));
    }

    [Fact]
    public void A_table_over_pages_is_one_with_its_cut_rows_joined()
    {
        var reading = Read("""
            | STT | Nhiệm vụ | Chủ trì |
            |---|---|---|
            | 1 | Rà soát và | Phòng A |

            | STT | Nhiệm vụ | Chủ trì |
            |---|---|---|
            | | <p>công bố theo Nghị quyết 57-</p> | |
            | | NQ/TW. | |
            | | Gồm danh mục và quy trình | |
            | **II. Dữ liệu** | | |
            | 2 | A \| B<br>C | Phòng B; Phòng C |
            """);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        Assert.Equal(
            ["1|Rà soát và công bố theo Nghị quyết 57-NQ/TW.\nGồm danh mục và quy trình|Phòng A", "II. Dữ liệu", "2|A | B\nC|Phòng B; Phòng C"],
            table.Rows.Skip(1).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
        Assert.True(table.Rows[1].IsJoined);
        Assert.Equal(3, table.Rows[2].Cells[0].ColumnSpan);
    }

    [Fact]
    public void A_heading_in_two_columns_becomes_paragraphs()
    {
        Assert.Equal(
            ["ỦY BAN NHÂN DÂN", "Số: 09/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 08 tháng 01 năm 2014", "KẾ HOẠCH"],
            Paragraphs("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 09/KH-UBND | Hà Nội, ngày 08 tháng 01 năm 2014 |\nKẾ HOẠCH"));
    }

    [Fact]
    public void Cells_of_a_tab_table_may_hold_paragraphs()
    {
        var table = Assert.Single(Read("TT\tNhiệm vụ\tChủ trì\n1\tRà soát\ndanh mục\nquy trình\tPhòng A\n2\tCông bố\tPhòng B").Blocks.OfType<Table>());

        Assert.Equal(3, table.ColumnCount);
        Assert.Equal(["2", "Công bố", "Phòng B"], table.Rows[^1].Cells.Select(cell => cell.Text));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1258")]
    public void Text_is_read_in_the_encodings_of_vietnamese_files(string encoding)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        const string text = "Kế hoạch phát triển dữ liệu số của xã năm 2026";
        var decomposed = encoding == "windows-1258" ? VietnameseTones.Separate(text) : text;

        Assert.Equal(text, TextDecoder.Decode(System.Text.Encoding.GetEncoding(encoding).GetBytes(decomposed)));
    }

    private static IEnumerable<string> Paragraphs(string text) => Read(text).Blocks.Cast<Paragraph>().Select(p => p.Text);

    private static DocumentReading Read(string text) => PlainTextReader.Read(text, CancellationToken.None);

    /// <summary>Windows-1258 writes tones as separate characters after their vowel.</summary>
    private static class VietnameseTones
    {
        public static string Separate(string text) => string.Concat(text.Select(c =>
        {
            var parts = c.ToString().Normalize(System.Text.NormalizationForm.FormD);
            var tone = parts.FirstOrDefault(part => part is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
            return tone == default ? c.ToString() : parts.Replace(tone.ToString(), string.Empty, StringComparison.Ordinal).Normalize() + tone;
        }));
    }
}
