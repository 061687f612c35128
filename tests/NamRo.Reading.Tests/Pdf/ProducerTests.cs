using NamRo.Reading.Pdf;

namespace NamRo.Reading.Tests.Pdf;

/// <summary>What other producers and other styles of borders hide.</summary>
public sealed class ProducerTests
{
    [Theory]
    [InlineData("borders_chromium.pdf")]
    [InlineData("borders_cairo.pdf")]
    public void Borders_of_every_style_make_cells(string name)
    {
        var tables = Tables(name);

        Assert.Equal(6, tables.Count);
        TableAssert.Equal(
            [["STT", "Nội dung", "Đơn vị chủ trì"],
             ["1", "Lắp camera tại các nút giao thông trọng điểm và kết nối về trung tâm điều hành", "Công an xã"],
             ["2", "Số hóa sổ hộ tịch", "Bộ phận Một cửa"]],
            tables[0]);
        TableAssert.Equal(
            [["STT", "Nội dung", "Hạn"],
             ["1", "Rà soát cáp quang", "30/6/2026"],
             ["2", "Phủ sóng wifi công cộng", "Quý IV/2026"]],
            tables[1]);
        TableAssert.Equal([["STT", "Nội dung", "Hạn"], ["1", "Mở lớp học số", "Tháng 5"]], tables[2]);
        TableAssert.Equal([["STT", "Nội dung", "Hạn"], ["1", "Cấp chữ ký số", "Tháng 7"], ["2", "Cập nhật dữ liệu", "Tháng 8"]], tables[3]);
    }

    [Fact]
    public void Merged_cells_are_repeated_downwards_and_stand_once_across()
    {
        var table = Tables("borders_chromium.pdf")[4];

        TableAssert.Equal(
            [["TT", "Nhiệm vụ", "Phân công"], ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"], ["1", "Việc thứ nhất", "Công an", "Văn phòng"],
             ["II. Nhóm việc khác"], ["2", "Việc thứ hai", "Các đơn vị"]],
            table);
        Assert.Equal(2, table.HeaderRowCount);
        Assert.True(table.Rows[1].Cells[0].IsMergedFromAbove);
        Assert.Equal(4, table.Rows[3].Cells[0].ColumnSpan);
    }

    [Fact]
    public void LibreOffice_draws_dashes_and_double_lines_in_pieces()
    {
        var tables = Tables("borders_libreoffice.pdf");

        Assert.All(tables.Take(4), table => TableAssert.Equal(
            [["STT", "Nội dung", "Đơn vị chủ trì"],
             ["1",
              "Lắp camera tại các nút giao thông trọng điểm và kết nối về trung tâm điều hành, bảo đảm hoạt động liên tục",
              "Công an xã"],
             ["2", "Số hóa sổ hộ tịch", "Bộ phận Một cửa"]],
            table));
        Assert.True(tables.Count >= 4);
    }

    [Theory]
    [InlineData("long_chromium.pdf")]
    [InlineData("long_sideways.pdf")]
    [InlineData("long_rotated.pdf")]
    public void Table_without_repeated_header_is_whole_however_its_pages_lie(string name)
    {
        var table = Assert.Single(Tables(name));

        Assert.Equal(41, table.Rows.Count);
        Assert.All(table.Rows.Skip(1).Select((row, i) => (Row: row, Number: i + 1)), entry =>
        {
            Assert.Equal($"{entry.Number}", entry.Row.Cells[0].Text);
            Assert.StartsWith($"Nhiệm vụ số {entry.Number}: tổ chức", entry.Row.Cells[1].Text);
            Assert.EndsWith(entry.Number % 3 == 0 ? "liên quan" : "tiến độ", entry.Row.Cells[1].Text);
            Assert.Equal($"Tháng {entry.Number % 12 + 1}/2026", entry.Row.Cells[3].Text);
        });
    }

    [Fact]
    public void Places_are_those_of_the_page_as_displayed()
    {
        var upright = PdfReader.Read(TestData.PathOf("pdf/long_chromium.pdf"), ReadingOptions.Default);
        var sideways = PdfReader.Read(TestData.PathOf("pdf/long_sideways.pdf"), ReadingOptions.Default);

        var expected = upright.Pages[0].Words[0].Box;
        var actual = sideways.Pages[0].Words[0].Box;
        Assert.Equal(upright.Pages[0].Height - expected.Bottom, actual.Left, 1.0);
        Assert.Equal(expected.Left, actual.Top, 1.0);
        Assert.Equal(upright.Pages[0].Height, sideways.Pages[0].Width, 1.0);
        Assert.All(sideways.Blocks.SelectMany(block => block.Places), place => Assert.InRange(place.Box.Right, 0, sideways.Pages[0].Width));
    }

    private static List<Table> Tables(string name) =>
        [.. PdfReader.Read(TestData.PathOf(Path.Combine("pdf", name)), ReadingOptions.Default).Blocks.OfType<Table>()];
}
