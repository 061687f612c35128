namespace NamRo.Reading.Tests.PlainText;

/// <summary>Tables whose ruling is lost: rows and cells are rebuilt from the text alone.</summary>
public sealed class FlattenedTests
{
    [Fact]
    public void A_flattened_plan_comes_out_with_all_rows_and_nearly_all_cells()
    {
        var reading = DocumentReader.Read(TestData.Seed("004"), ReadingOptions.Default);

        var table = Assert.Single(reading.Blocks.OfType<Table>());
        var expected = TestData.TrueRows("004");
        Assert.Equal(SourceKind.FlattenedText, reading.Source);
        Assert.Equal(expected.Count, table.Rows.Count);
        Assert.InRange(TableAssert.Differences(expected, table).Count, 0, 1);
        Assert.All(table.Rows.SelectMany(row => row.Cells), cell => Assert.InRange(cell.Confidence, 0.1, 0.9));
        Assert.Contains(reading.Notices, notice => notice.Rule == "text.flattened-table");
    }

    [Fact]
    public void Other_columns_in_another_order_are_told_apart()
    {
        var table = Rebuild("""
            STT Nhiệm vụ Thời gian hoàn thành Sản phẩm Đơn vị chủ trì Ghi chú
            A. Cải cách hành chính
            1 Rà soát, công bố danh mục thủ tục hành chính thuộc
            thẩm quyền giải quyết
            Quý II/2026
            Quyết định
            Văn phòng HĐND và UBND
            2 Khảo sát mức độ hài lòng của người dân tại bộ phận
            một cửa
            Trước ngày
            30/11/2026
            Báo cáo kết quả
            Trung tâm Phục vụ hành chính công
            B. Hạ tầng
            1 Nâng cấp mạng nội bộ Tháng 9/2026 Hồ sơ nghiệm thu Phòng Kinh tế
            """);

        TableAssert.Equal(
        [
            ["STT", "Nhiệm vụ", "Thời gian hoàn thành", "Sản phẩm", "Đơn vị chủ trì", "Ghi chú"],
            ["A. Cải cách hành chính"],
            ["1", "Rà soát, công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết", "Quý II/2026", "Quyết định", "Văn phòng HĐND và UBND", ""],
            ["2", "Khảo sát mức độ hài lòng của người dân tại bộ phận một cửa", "Trước ngày 30/11/2026", "Báo cáo kết quả", "Trung tâm Phục vụ hành chính công", ""],
            ["B. Hạ tầng"],
            ["1", "Nâng cấp mạng nội bộ", "Tháng 9/2026", "Hồ sơ nghiệm thu", "Phòng Kinh tế", ""],
        ], table);
    }

    [Fact]
    public void A_table_without_outputs_ends_where_the_signature_begins()
    {
        var text = """
            TT
            Nội dung công việc
            Cơ quan chủ trì
            Cơ quan phối hợp
            Thời gian
            1
            Tổ chức hội nghị quán triệt
            Đảng ủy phường
            Các chi bộ
            Tháng 3/2026
            2
            Kiểm tra công tác bảo mật
            Công an phường
            Các đơn vị
            Thường xuyên
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            """;
        var reading = Read(text);

        TableAssert.Equal(
        [
            ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
            ["1", "Tổ chức hội nghị quán triệt", "Đảng ủy phường", "Các chi bộ", "Tháng 3/2026"],
            ["2", "Kiểm tra công tác bảo mật", "Công an phường", "Các đơn vị", "Thường xuyên"],
        ], Assert.Single(reading.Blocks.OfType<Table>()));
        Assert.Equal("TM. ỦY BAN NHÂN DÂN", reading.Blocks.OfType<Paragraph>().First().Text);
    }

    [Fact]
    public void Prose_with_numbered_items_is_no_table()
    {
        var reading = Read("""
            TT Đảng ủy phường giao nhiệm vụ cho các đơn vị
            1. Phòng Văn hóa - Xã hội tham mưu kế hoạch.
            2. Công an phường bảo đảm an ninh mạng.
            """);

        Assert.Empty(reading.Blocks.OfType<Table>());
    }

    private static Table Rebuild(string text) => Assert.Single(Read(text).Blocks.OfType<Table>());

    private static DocumentReading Read(string text) => Reading.PlainText.PlainTextReader.Read(text, CancellationToken.None);
}
