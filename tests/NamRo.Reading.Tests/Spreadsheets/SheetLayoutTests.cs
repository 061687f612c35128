namespace NamRo.Reading.Tests.Spreadsheets;

/// <summary>What of a sheet is a table, and what stands around it.</summary>
public sealed class SheetLayoutTests
{
    [Fact]
    public void Titles_and_signatures_are_paragraphs_and_blank_edges_are_trimmed()
    {
        var reading = WorkbookFile.Read(
        [
            ["", "ỦY BAN NHÂN DÂN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["", "PHỤ LỤC NHIỆM VỤ"],
            [],
            ["", "TT", "Nhiệm vụ", "Chủ trì"],
            ["", "I", "Về dữ liệu"],
            ["", "1", "Rà soát", "Phòng A"],
            ["", "2", "Cập nhật", "Phòng B"],
            [],
            ["", "", "", "CHỦ TỊCH"],
        ]);

        Assert.Equal(["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHỤ LỤC NHIỆM VỤ", "CHỦ TỊCH"], reading.Blocks.OfType<Paragraph>().Select(p => p.Text));
        var table = Assert.Single(reading.Blocks.OfType<Table>());
        TableAssert.Equal([["TT", "Nhiệm vụ", "Chủ trì"], ["I", "Về dữ liệu"], ["1", "Rà soát", "Phòng A"], ["2", "Cập nhật", "Phòng B"]], table);
        Assert.Equal((3, 1, "Phụ lục"), (table.ColumnCount, table.HeaderRowCount, table.SheetName));
    }

    [Fact]
    public void Merged_cells_span_and_repeat_and_make_two_header_rows()
    {
        var reading = WorkbookFile.Read(
            [["STT", "Nhiệm vụ", "Đơn vị", ""], ["", "", "Chủ trì", "Phối hợp"], ["1", "Rà soát", "Phòng A", "Phòng B"], ["2", "Cập nhật", "", "Phòng C"]],
            "A1:A2", "B1:B2", "C1:D1", "C3:C4");

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        Assert.Equal(2, table.HeaderRowCount);
        TableAssert.Equal([["STT", "Nhiệm vụ", "Đơn vị"], ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp"], ["1", "Rà soát", "Phòng A", "Phòng B"], ["2", "Cập nhật", "Phòng A", "Phòng C"]], table);
        Assert.True(table.Rows[3].Cells[2].IsMergedFromAbove);
    }

    [Fact]
    public void Two_tables_of_a_sheet_stay_apart()
    {
        var reading = WorkbookFile.Read([["STT", "Chỉ tiêu", "2026"], ["1", "A", "90%"], [], ["Biểu 2"], ["STT", "Nhiệm vụ", "Chủ trì"], ["1", "B", "Phòng A"]]);

        Assert.Equal(["Table", "Paragraph", "Table"], reading.Blocks.Select(block => block.GetType().Name));
    }

    [Fact]
    public void A_formula_without_a_value_is_reported()
    {
        var reading = WorkbookFile.Read([["STT", "Chỉ tiêu", "Tỷ lệ"], ["1", "A", "=B1/C1"]]);

        Assert.Contains(reading.Notices, notice => notice.Rule == "sheet.formula-without-value");
    }
}
