namespace NamRo.Extraction.Tests;

public class TableTargetsTests
{
    [Fact]
    public void YearColumns_GiveOneTargetEach_WithTheBaseline()
    {
        var targets = PlanText.Extract("""
            PHỤ LỤC. HỆ THỐNG CHỈ TIÊU

            | STT | Nội dung chỉ tiêu | ĐVT | Hiện trạng 2025 | Mục tiêu năm 2026 | Mục tiêu đến năm 2030 | Ghi chú |
            |---|---|---|---|---|---|---|
            | (1) | (2) | (3) | (4) | (5) | (6) | (7) |
            | I | CHÍNH QUYỀN SỐ | | | | | |
            | 1 | Tỷ lệ hồ sơ trực tuyến | % | 75,2 | >=85 | 95 | |
            | 2 | Xếp hạng chuyển đổi số | Hạng | 20 | Nhóm 15 | Top 10 | |
            | 3 | Mức độ hài lòng | % | - | Trên 90 | 95-98 | |
            | II | KINH TẾ SỐ | | | | | |
            | 4 | Doanh thu công nghiệp số | Tỷ đồng | 1.200 | 1.350 | | |
            """).Targets;
        Assert.Equal(
            [
                ">= 85 % (75.2) [2026-2026]", "= 95 % (75.2) [-2030]", "<= 15 Hạng (20) [2026-2026]", "<= 10 Hạng (20) [-2030]",
                "> 90 % [2026-2026]", "range 95 98 % [-2030]", "= 1350 Tỷ đồng (1200) [2026-2026]",
            ],
            targets.Select(PlanText.Show));
        Assert.Equal("II.4", targets[^1].Section);
        Assert.All(targets, t => Assert.Equal(TargetOrigin.Table, t.Origin));
    }

    [Fact]
    public void PeriodRows_HoldForTheRowsBelow_AndTwoRanksGiveTwo()
    {
        var targets = PlanText.Extract("""
            | TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi |
            |---|---|---|---|---|
            | I | Đến năm 2030 | | | |
            | 1 | Xếp hạng năng lực cạnh tranh số | Thứ bậc | ≤ 3 Đông Nam Á; ≤ 50 thế giới | Bộ Khoa học và Công nghệ |
            | II | Đến năm 2045 | | | |
            | 2 | Doanh nghiệp ngang tầm thế giới | Doanh nghiệp | ≥ 10 | Bộ Tài chính |
            """).Targets;
        Assert.Equal(["<= 3 Thứ bậc [-2030]", "<= 50 Thứ bậc [-2030]", ">= 10 Doanh nghiệp [-2045]"], targets.Select(PlanText.Show));
    }

    [Fact]
    public void UnitsInBrackets_OrInTheCell_AreTaken()
    {
        var targets = PlanText.Extract("""
            | TT | Tên chỉ tiêu | Năm 2026 |
            |---|---|---|
            | 1 | Thời gian giải quyết hồ sơ (ngày) | 10 |
            | 2 | Tỷ lệ số hóa (%) | 80 |
            | 3 | Hồ sơ đúng hạn | ≥ 99% |
            | 4 | Cán bộ được tập huấn | 100% (2025-2027) |
            """).Targets;
        Assert.Equal(["= 10 ngày [2026-2026]", "= 80 % [2026-2026]", ">= 99 % [2026-2026]", "= 100 % [2025-2027]"],
            targets.Select(PlanText.Show));
    }

    [Fact]
    public void BudgetTables_PromiseNothing() => Assert.Empty(PlanText.Extract("""
        | STT | Nội dung | Đơn vị tính | Thành tiền |
        |---|---|---|---|
        | 1 | Nâng cấp phòng họp | triệu đồng | 85 |
        | | Tổng cộng | | 85 |
        """).Targets);
}
