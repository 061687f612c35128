using NamRo.Reading.PlainText;

namespace NamRo.Reading.Tests.PlainText;

/// <summary>Tables copied from web pages: one cell after another, nothing to mark the rows.</summary>
public class CellRunTests
{
    [Fact]
    public void CellsOnTheirOwnLines_BecomeRowsByWidthAndNumber()
    {
        const string text = """
            PHỤ LỤC
            TT
            |
            Tên
            chỉ tiêu
            |
            ĐVT
            |
            Năm 2026
            |
            I
            |
            Hạ tầng số
            |
            |
            |
            1
            |
            Tỷ lệ
            phủ sóng
            |
            %
            |
            95
            |
            II
            |
            Dữ liệu số
            |
            2
            |
            Số bộ dữ liệu mở
            |
            bộ
            |
            10
            |
            Sau bảng là lời.
            """;
        var reading = PlainTextReader.Read(text, CancellationToken.None);
        var table = Assert.Single(reading.Blocks.OfType<Table>());
        Assert.Equal(
            ["TT·Tên chỉ tiêu·ĐVT·Năm 2026", "I·Hạ tầng số", "1·Tỷ lệ phủ sóng·%·95", "II·Dữ liệu số", "2·Số bộ dữ liệu mở·bộ·10"],
            table.Rows.Select(r => string.Join('·', r.Cells.Select(c => c.Text))));
        Assert.Equal(["PHỤ LỤC", "Sau bảng là lời."], reading.Blocks.OfType<Paragraph>().Select(p => p.Text));
    }

    [Fact]
    public void AHeadOfCells_BecomesParagraphs()
    {
        const string text = "ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\nSố: 12/KH-UBND |\nNam Xuân, ngày 5 tháng 3 năm 2026 |\nKẾ HOẠCH";
        var reading = PlainTextReader.Read(text, CancellationToken.None);
        Assert.Equal(
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND", "Nam Xuân, ngày 5 tháng 3 năm 2026", "KẾ HOẠCH"],
            reading.Blocks.OfType<Paragraph>().Select(p => p.Text));
    }
}
