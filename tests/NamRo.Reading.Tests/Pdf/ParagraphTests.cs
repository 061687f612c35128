using NamRo.Reading.Pdf;

namespace NamRo.Reading.Tests.Pdf;

public sealed class ParagraphTests
{
    [Fact]
    public void Heading_of_two_columns_reads_the_left_one_first()
    {
        var texts = Texts("003_plan.pdf");

        Assert.Equal(
            ["UBND THÀNH PHỐ HẢI PHÒNG", "ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN", "Số: 110/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
             "Độc lập - Tự do - Hạnh phúc",
             "Phường Lê Chân, ngày 25 tháng 3 năm 2026", "KẾ HOẠCH"],
            texts.Take(7));
    }

    [Fact]
    public void Signature_comes_after_the_recipients()
    {
        var texts = Texts("002_plan.pdf");
        var recipients = texts.IndexOf("Nơi nhận:");

        Assert.Equal("- Lưu: VT, VHXX.", texts[recipients + 5]);
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thế Đức"], texts.Skip(recipients + 6).Take(4));
    }

    [Fact]
    public void Wrapped_lines_and_page_ends_leave_no_trace()
    {
        var reading = PdfReader.Read(TestData.Sample("003_plan.pdf"), ReadingOptions.Default);
        var words = string.Join(' ', File.ReadAllText(TestData.Seed("003")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.All(
            reading.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Places.Count > 1),
            paragraph => Assert.Contains(paragraph.Text[^40..], words.Replace("*", "", StringComparison.Ordinal)));
        Assert.DoesNotContain(reading.Blocks.OfType<Paragraph>(), paragraph => paragraph.Text.All(char.IsDigit));
    }

    [Fact]
    public void Title_is_centred_and_items_are_not()
    {
        var paragraphs = PdfReader.Read(TestData.Sample("000_plan.pdf"), ReadingOptions.Default).Blocks.OfType<Paragraph>().ToList();

        Assert.True(paragraphs.Single(paragraph => paragraph.Text == "KẾ HOẠCH").IsCentered);
        var subject = paragraphs.Single(paragraph => paragraph.Text.StartsWith("Triển khai, thực hiện", StringComparison.Ordinal));
        Assert.True(subject.IsCentered);
        Assert.DoesNotContain(paragraphs, paragraph => paragraph.IsCentered && paragraph.Text.StartsWith("- ", StringComparison.Ordinal));
    }

    [Fact]
    public void Footnote_and_its_mark_are_no_part_of_the_text()
    {
        var reading = PdfReader.Read(TestData.PathOf("pdf/footnote_libreoffice.pdf"), ReadingOptions.Default);

        Assert.Contains("đạt 95% hộ gia đình", reading.Text, StringComparison.Ordinal);
        Assert.Contains("120 m² theo", reading.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("doanh nghiệp viễn thông", reading.Text, StringComparison.Ordinal);
        Assert.Contains(reading.Pages[0].Words, word => word.Text == "viễn");
        Assert.Contains(reading.Notices, notice => notice.Rule == "layout.footnotes");
    }

    private static List<string> Texts(string sample) =>
        [.. PdfReader.Read(TestData.Sample(sample), ReadingOptions.Default).Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text)];
}
