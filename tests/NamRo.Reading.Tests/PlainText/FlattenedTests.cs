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
    public void Numbers_that_run_on_through_groups_and_a_page_number_are_told_apart()
    {
        var table = Rebuild("""
            TT Chỉ tiêu Đơn vị tính Kế hoạch năm 2026
            I Hạ tầng số
            1 Tỷ lệ hộ gia đình có cáp quang % ≥ 85
            II Xã hội số
            2 Tỷ lệ dân số trưởng thành có chữ ký số cá
            nhân
            % 40
            \f2
            3 Tỷ lệ giao dịch không dùng tiền mặt % 60 - 70
            """.Replace("\\f", "\f", StringComparison.Ordinal));

        TableAssert.Equal(
        [
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026"],
            ["I", "Hạ tầng số"],
            ["1", "Tỷ lệ hộ gia đình có cáp quang", "%", "≥ 85"],
            ["II", "Xã hội số"],
            ["2", "Tỷ lệ dân số trưởng thành có chữ ký số cá nhân", "%", "40"],
            ["3", "Tỷ lệ giao dịch không dùng tiền mặt", "%", "60 - 70"],
        ], table);
    }

    [Fact]
    public void A_row_cut_by_a_page_end_goes_on_in_the_cell_that_reached_it()
    {
        var table = Rebuild("""
            TT Nội dung Chủ trì Phối hợp Thời gian
            1 Rà soát quy trình giải quyết hồ sơ
            Phòng Văn hóa - Xã hội
            Các phòng, ban, đơn vị; Ủy ban
            MTTQ phường và các tổ chức chính
            Thường xuyên
            \f2
            TT Nội dung Chủ trì Phối hợp Thời gian
            trị - xã hội
            2 Cập nhật dữ liệu đất đai
            Phòng Kinh tế
            Các đơn vị có liên quan
            Hằng năm
            """.Replace("\\f", "\f", StringComparison.Ordinal));

        Assert.Equal("Các phòng, ban, đơn vị; Ủy ban MTTQ phường và các tổ chức chính trị - xã hội", table.Rows[1].Cells[3].Text);
        Assert.Equal(["2", "Cập nhật dữ liệu đất đai", "Phòng Kinh tế", "Các đơn vị có liên quan", "Hằng năm"], table.Rows[2].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Columns_kept_apart_by_blanks_are_cut_where_no_line_writes()
    {
        var table = Rebuild("""
            STT            Nhiệm vụ                  Đơn vị chủ trì     Đơn vị phối hợp   Thời gian
                                                                                          hoàn thành
             I     Dữ liệu số
             1     Rà soát, làm sạch dữ liệu         Phòng Văn hóa -    Công an           Tháng 6/2026
                   hộ tịch đã số hóa                 Xã hội             phường
             2     Số hóa hồ sơ địa chính            Phòng Kinh tế                        Quý IV/2026
            \\f                              2
            STT            Nhiệm vụ                  Đơn vị chủ trì     Đơn vị phối hợp   Thời gian
                                                                                          hoàn thành
                   của các thửa đất
             3     Diễn tập ứng phó sự cố            Công an phường     Các đơn vị        Thường xuyên
            """.Replace("\\\\f", "\f", StringComparison.Ordinal));

        TableAssert.Equal(
        [
            ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"],
            ["I", "Dữ liệu số"],
            ["1", "Rà soát, làm sạch dữ liệu hộ tịch đã số hóa", "Phòng Văn hóa - Xã hội", "Công an phường", "Tháng 6/2026"],
            ["2", "Số hóa hồ sơ địa chính của các thửa đất", "Phòng Kinh tế", "", "Quý IV/2026"],
            ["3", "Diễn tập ứng phó sự cố", "Công an phường", "Các đơn vị", "Thường xuyên"],
        ], table);
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
