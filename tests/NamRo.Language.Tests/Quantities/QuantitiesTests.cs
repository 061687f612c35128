using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Language.Tests;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("Tối thiểu 90% hồ sơ được xử lý trực tuyến", ">= 90 %")]
    [InlineData("Tỷ lệ hài lòng đạt trên 95%", "> 95 %")]
    [InlineData("Tỷ lệ số hóa đạt 95%.", "= 95 %")]
    [InlineData("đạt từ 80% trở lên", ">= 80 %")]
    [InlineData("từ 5 mô hình chuyển đổi số trở lên", ">= 5 mô hình")]
    [InlineData("không thấp hơn 97,5%", ">= 97.5 %")]
    [InlineData("không dưới 3.450 lượt người", ">= 3450 lượt người")]
    [InlineData("dưới 5% hồ sơ trễ hạn", "<= 5 %")]
    [InlineData("không quá 2%", "<= 2 %")]
    [InlineData("không vượt quá 10 ngày làm việc", "<= 10 ngày làm việc")]
    [InlineData("tối đa 03 bước", "<= 3 bước")]
    [InlineData("≥ 84%", ">= 84 %")]
    [InlineData("≥84 %", ">= 84 %")]
    [InlineData(">95%", "> 95 %")]
    [InlineData(">= 95%", ">= 95 %")]
    [InlineData("<5%", "<= 5 %")]
    [InlineData("thuộc nhóm 3 nước dẫn đầu", "<= 3 nước")]
    [InlineData("nằm trong top 10 địa phương", "<= 10 địa phương")]
    [InlineData("khoảng 60% dân số", "= 60 %")]
    [InlineData("hơn 60%", "> 60 %")]
    [InlineData("có ít nhất 01 sáng kiến đề xuất", ">= 1 sáng kiến")]
    [InlineData("tối thiểu có 10 sáng kiến cấp cơ sở", ">= 10 sáng kiến")]
    [InlineData("đối với ít nhất 02 (hai) cơ sở trên địa bàn", ">= 2 cơ sở")]
    [InlineData("ít nhất một mô hình", ">= 1 mô hình")]
    [InlineData("từ 3-5 vấn đề lớn", "range 3 5 vấn đề")]
    [InlineData("từ 3 đến 5 vấn đề lớn", "range 3 5 vấn đề")]
    [InlineData("có từ 40 - 50 tổ chức", "range 40 50 tổ chức")]
    [InlineData("tăng trung bình 16 – 18%/năm", "range 16 18 %")]
    [InlineData("đạt từ 40% đến 50%", "range 40 50 %")]
    [InlineData("2 triệu doanh nghiệp", "= 2 triệu doanh nghiệp")]
    [InlineData("bố trí 1,5 tỷ đồng", "= 1.5 tỷ đồng")]
    [InlineData("ít nhất 500 triệu đồng/năm", ">= 500 triệu đồng/năm")]
    [InlineData("tối thiểu 3% ngân sách phường", ">= 3 %")]
    [InlineData("đạt 12 người trên một vạn dân", "= 12 người")]
    [InlineData("đạt 90 thuê bao trên 100 dân", "= 90 thuê bao")]
    [InlineData("đạt 12 người/vạn dân", "= 12 người/vạn dân")]
    [InlineData("đạt 1 máy/1 cán bộ, công chức", "= 1 máy/1 cán bộ")]
    [InlineData("đạt và vượt 100% chỉ tiêu giao", ">= 100 %")]
    [InlineData("chỉ số phát triển con người duy trì trên 0,7", "> 0.7")]
    [InlineData("tăng gấp 2 lần so với năm 2025", "= 2 lần")]
    [InlineData("hoàn thành 1.200 hồ sơ", "= 1200 hồ sơ")]
    [InlineData("98.175% hồ sơ", "= 98.175 %")]
    [InlineData("duy trì 100 phần trăm", "= 100 %")]
    [InlineData("Tổ chức 04 lớp tập huấn cho 200 người", "= 4 lớp tập huấn; = 200 người")]
    [InlineData("đạt tối thiểu lần lượt là 100% và 70%", ">= 100 %; >= 70 %")]
    [InlineData("ít nhất 5 mô hình, 10 sản phẩm và 3 dịch vụ số", ">= 5 mô hình; >= 10 sản phẩm; >= 3 dịch vụ số")]
    [InlineData("ít nhất 80% người dân sử dụng dịch vụ số và 50% hộ kinh doanh áp dụng hóa đơn điện tử", ">= 80 %; = 50 %")]
    [InlineData("Trên 80% dịch vụ công trực tuyến, 100% hồ sơ được số hóa", "> 80 %; = 100 %")]
    [InlineData("nằm trong top 5 toàn tỉnh", "<= 5")]
    [InlineData("giảm từ 5% xuống 2%", "= 2 % (5)")]
    [InlineData("nâng từ 60,5% năm 2025 lên trên 75%", "> 75 % (60.5)")]
    [InlineData("giảm từ 10 ngày xuống còn 7 ngày", "= 7 ngày (10)")]
    [InlineData("giảm còn 3%", "= 3 %")]
    [InlineData("giảm tối thiểu 20% thời gian", ">= 20 %")]
    [InlineData("Có 11 người làm nghiên cứu và phát triển trên một vạn dân", "= 11 người")]
    [InlineData("hình thành một trung tâm đổi mới sáng tạo", "= 1 trung tâm")]
    [InlineData("nằm trong nhóm 10 bộ, ngành dẫn đầu", "<= 10 bộ, ngành")]
    public void FindIn_MeasuredClause_GivesItsQuantities(string text, string expected) => Assert.Equal(expected, Show(Quantities.FindIn(text)));

    [Theory]
    [InlineData("Nghị quyết số 57-NQ/TW ngày 22/12/2024")]
    [InlineData("Quyết định 749/QĐ-TTg, Nghị định số 179/2025/NĐ-CP")]
    [InlineData("năm 2026, giai đoạn 2025-2030, đến 2030")]
    [InlineData("mạng 5G, WiFi6, C06, IPv6")]
    [InlineData("Đề án 06 và cách mạng công nghiệp 4.0")]
    [InlineData("mô hình bảo vệ theo cấp độ 3, dịch vụ công mức độ 4")]
    [InlineData("TCVN ISO 9001:2015 và COVID-19")]
    [InlineData("vận hành 24/7")]
    [InlineData("theo các bước (1), (2) và (3)")]
    [InlineData("một số nhiệm vụ, hơn một số nơi, cao hơn năm trước")]
    [InlineData("Bộ phận một cửa, ba công khai")]
    [InlineData("quý 2, tháng 6, khóa 12, điều 5")]
    [InlineData("hợp tác “3 nhà”, thực hiện 6 rõ, 4 tại chỗ")]
    [InlineData("")]
    public void FindIn_NumbersInNames_MeasureNothing(string text) => Assert.Empty(Quantities.FindIn(text));

    [Theory]
    [InlineData("80%", "= 80 %")]
    [InlineData("≥80%", ">= 80 %")]
    [InlineData("≥ 95", ">= 95")]
    [InlineData("12", "= 12")]
    [InlineData("94,11%", "= 94.11 %")]
    [InlineData("100% (2025-2027)", "= 100 %")]
    [InlineData("≤ 3 Đông Nam Á; ≤ 50 Thế giới", "<= 3; <= 50")]
    [InlineData("40-50", "range 40 50")]
    [InlineData("Đạt", "")]
    [InlineData("Trên 80%", "> 80 %")]
    [InlineData("Từ 05 trở lên", ">= 5")]
    [InlineData("0,75", "= 0.75")]
    [InlineData("3.000", "= 3000")]
    public void FindInCell_BareNumbersCount(string cell, string expected) => Assert.Equal(expected, Show(Quantities.FindInCell(cell)));

    [Fact]
    public void FindIn_Ranges_CoverTheWords()
    {
        const string text = "Phấn đấu có ít nhất 02 mô hình mới trong năm 2026";
        Quantity quantity = Assert.Single(Quantities.FindIn(text));
        Assert.Equal("ít nhất 02 mô hình", quantity.Range.Of(text));
        Assert.Equal("02", quantity.NumberRange.Of(text));
        Assert.True(quantity.IsExplicit);
    }

    [Fact]
    public void FindIn_AnyText_GivesRangesInside_AndTheSameTwice() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        IReadOnlyList<Quantity> quantities = Quantities.FindIn(text);
        return quantities.All(quantity => quantity.Range.From >= 0 && quantity.Range.To <= text.Length && quantity.NumberRange.Length > 0)
            && quantities.SequenceEqual(Quantities.FindIn(text));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FindIn_AnyWholeShare_IsRead() => Prop.ForAll<byte>(share =>
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"Phấn đấu đạt tối thiểu {share}% hồ sơ");
        return Quantities.FindIn(text) is [{ Comparator: Comparator.AtLeast, Unit: "%" } quantity] && quantity.Value == share;
    }).QuickCheckThrowOnFailure();

    private static string Show(IEnumerable<Quantity> quantities) => string.Join("; ", quantities.Select(Show));

    private static string Show(Quantity quantity)
    {
        string sign = quantity.Comparator switch
        {
            Comparator.AtLeast => ">=",
            Comparator.MoreThan => ">",
            Comparator.AtMost => "<=",
            Comparator.Range => "range",
            _ => "=",
        };
        string?[] parts =
        [
            sign, Text(quantity.Value), Text(quantity.Upper), quantity.Unit, quantity.Baseline is null ? null : $"({Text(quantity.Baseline)})",
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
