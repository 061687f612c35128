namespace NamRo.Tests.Plans;

/// <summary>An invented plan and the plan that amends it some months later.</summary>
internal static class AmendedPlan
{
    public const string Former = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG BẾN TRE MỚI

        Số: 12/KH-UBND

        Bến Tre Mới, ngày 10 tháng 01 năm 2026

        KẾ HOẠCH

        Thực hiện chuyển đổi số năm 2026

        I. MỤC TIÊU

        1. Mục tiêu cụ thể

        - Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến đạt 80%.

        - Tỷ lệ hộ kinh doanh thanh toán không dùng tiền mặt đạt 60%.

        II. NHIỆM VỤ

        | STT | Nhiệm vụ | Đơn vị chủ trì | Sản phẩm | Thời gian hoàn thành |
        | --- | --- | --- | --- | --- |
        | 1 | Nâng cấp mạng LAN tại trụ sở và Trung tâm phục vụ hành chính công. | Phòng Văn hóa - Xã hội | Báo cáo | Quý II/2026 |
        | 2 | Tập huấn kỹ năng số cho người dân qua Tổ công nghệ số cộng đồng. | Phòng Văn hóa - Xã hội | Lớp tập huấn | Quý III/2026 |
        | 3 | Lắp đặt camera giám sát tại các nút giao thông trọng điểm. | Phòng Văn hóa - Xã hội | Hệ thống camera | Quý IV/2026 |
        """;

    public static string Amending => Former.Replace("Số: 12/KH-UBND", "Số: 45/KH-UBND", StringComparison.Ordinal)
        .Replace("ngày 10 tháng 01", "ngày 20 tháng 5", StringComparison.Ordinal)
        .Replace("Thực hiện chuyển đổi số năm 2026", "Điều chỉnh, bổ sung Kế hoạch số 12/KH-UBND ngày 10/01/2026 về chuyển đổi số năm 2026", StringComparison.Ordinal)
        .Replace("trực tuyến đạt 80%", "trực tuyến đạt 90%", StringComparison.Ordinal)
        .Replace("| Quý III/2026 |", "| Quý IV/2026 |", StringComparison.Ordinal)
        .Replace("| 3 | Lắp đặt camera giám sát tại các nút giao thông trọng điểm. | Phòng Văn hóa - Xã hội | Hệ thống camera |",
            "| 3 | Xây dựng bản đồ số các điểm ngập và chiếu sáng công cộng. | Phòng Văn hóa - Xã hội | Bản đồ số |", StringComparison.Ordinal);
}
