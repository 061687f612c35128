using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Extraction.Tests;

public class ObjectiveTargetsTests
{
    [Theory]
    [InlineData("100% văn bản (trừ văn bản mật) được ký số; trên 95% hồ sơ được xử lý trên môi trường mạng.", "= 100 %; > 95 %")]
    [InlineData("Tỷ lệ hồ sơ đúng hạn đạt 99% trở lên, tỷ lệ hồ sơ trực tuyến đạt 85%, tăng 5% so với năm 2025.", ">= 99 %; = 85 %")]
    [InlineData("Phấn đấu 100% thôn có ít nhất 01 Tổ công nghệ số, mỗi tổ có từ 5 đến 7 thành viên.", "= 100 %; range 5 7 thành viên")]
    [InlineData("100% khu công nghiệp có tối thiểu 01 trạm 5G.", "= 100 %")]
    [InlineData("Mỗi thôn có ít nhất 02 điểm wifi công cộng.", ">= 2 điểm")]
    [InlineData("Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản thanh toán đạt 80%.", "= 80 %")]
    [InlineData("Tỷ lệ người biết chữ độ tuổi 15 - 60 đạt 99%; trong đó độ tuổi 15 - 35 đạt 100%.", "= 99 %; = 100 %")]
    [InlineData("Tỷ lệ truy cập cáp quang với tốc độ trên 01 Gbps đạt tối thiểu 80%.", ">= 80 %")]
    [InlineData("Phản ánh của người dân được xử lý trong vòng 24 giờ đạt 100%.", "= 100 %")]
    [InlineData("Có 5 doanh nghiệp công nghệ quy mô trên 1.000 lao động.", "= 5 doanh nghiệp")]
    [InlineData("Có khoảng 5 - 7 doanh nghiệp (doanh thu trên 1 tỷ USD).", "range 5 7 doanh nghiệp")]
    [InlineData("Có 11 người làm nghiên cứu trên một vạn dân; hình thành một trung tâm đổi mới sáng tạo.", "= 11 người; = 1 trung tâm")]
    [InlineData("Thu hút 03 doanh nghiệp công nghệ số, hỗ trợ 20 hộ kinh doanh chuyển đổi số.", "= 3 doanh nghiệp; = 20 hộ kinh doanh")]
    [InlineData("Có 100% quận, huyện và 99,7% đơn vị cấp xã đạt chuẩn.", "= 100 %; = 99.7 %")]
    [InlineData("Tỷ lệ xã có 5G và tỷ lệ thôn có cáp quang lần lượt đạt 98% và 100%.", "= 98 %; = 100 %")]
    [InlineData("Rút ngắn thời gian xử lý từ 15 ngày xuống còn 10 ngày làm việc.", "= 10 ngày làm việc (15)")]
    [InlineData("Chi cho R&D đạt 2% GRDP, trong đó kinh phí từ xã hội chiếm hơn 60%.", "= 2 %; > 60 %")]
    [InlineData("Bảo đảm 100% hệ thống được phê duyệt cấp độ và triển khai mô hình bảo vệ 4 lớp.", "= 100 %")]
    [InlineData("Tỷ lệ hộ dùng Internet: năm 2026 đạt 85%, năm 2030 đạt 95%.", "= 85 % [2026-2026]; = 95 % [2030-2030]")]
    [InlineData("Đến năm 2027, số hóa ít nhất 60% hiện vật; 100% thư viện kết nối liên thông.", ">= 60 % [-2027]; = 100 % [-2027]")]
    [InlineData("Tỷ lệ Bộ phận Một cửa hiện đại đạt 100% vào năm 2028.", "= 100 % [2028-2028]")]
    [InlineData("Tăng tỷ lệ thanh toán trực tuyến lên 60% (năm 2025 đạt 45,2%).", "= 60 % (45.2)")]
    [InlineData("Tỷ lệ thanh toán trực tuyến đạt ≥ 60% (hiện tại: 45%).", ">= 60 % (45)")]
    [InlineData("Ít nhất 90% thủ tục (với 1.200 thủ tục) trực tuyến, trong đó: 50% toàn trình.", ">= 90 %; = 50 %")]
    [InlineData("Từ năm 2026 trở đi, 100% hồ sơ được số hóa.", "= 100 % [2026-]")]
    [InlineData("Duy trì chỉ số chuyển đổi số nằm trong top 5 toàn tỉnh.", "<= 5")]
    [InlineData("Từng bước làm chủ công nghệ chế biến sâu nông sản.", "none")]
    [InlineData("Triển khai Nghị quyết số 57-NQ/TW, Đề án 06 và mạng 5G tại các thôn.", "none")]
    public void Item_GivesOneTargetForEachMeasuredClause(string item, string expected) =>
        Assert.Equal(expected, string.Join("; ", PlanText.TargetsOfItem(item).Select(PlanText.Show)));

    [Fact]
    public void Clause_IsQuotedWithItsSubject_AndStandsInThePlan()
    {
        var targets = PlanText.TargetsOfItem("Về hạ tầng: Mạng cáp quang phủ trên 80% hộ gia đình, 100% xã; kinh tế số chiếm 20% GRDP.");
        Assert.Equal(
            ["Mạng cáp quang phủ trên 80% hộ gia đình", "Mạng cáp quang phủ trên 80% hộ gia đình, 100% xã", "kinh tế số chiếm 20% GRDP"],
            targets.Select(t => t.Text));
        Assert.All(targets, t => Assert.Contains(t.Text, t.Source.Quote, StringComparison.Ordinal));
        Assert.All(targets, t => Assert.Equal("I.1", t.Section));
    }

    [Fact]
    public void Subject_BeforeAColon_IsKept() =>
        Assert.Equal(["Tỷ lệ sử dụng trí tuệ nhân tạo: tối thiểu 30%"],
            PlanText.TargetsOfItem("Tỷ lệ sử dụng trí tuệ nhân tạo: tối thiểu 30%.").Select(t => t.Text));

    [Fact]
    public void AnyItem_GivesQuotesThatStandInThePlan() => Prop.ForAll<string[]>(words =>
    {
        var phrases = string.Join(' ', (words ?? []).Select((word, i) => Seeds[(i + (word?.Length ?? 0)) % Seeds.Length]));
        var draft = PlanText.Extract($"I. MỤC TIÊU\n\n- Tỷ lệ {phrases}.\n");
        return draft.Targets.All(t => t.Source.Quote.Contains(t.Text, StringComparison.Ordinal) && t.Source.Span.From < t.Source.Span.To);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("I. MỤC TIỂU", 1)]
    [InlineData("I. CHỈ TIỂU PHẤN ĐẤU", 1)]
    [InlineData("I. DANH MỤC TIỂU DỰ ÁN", 0)]
    public void Heading_MisreadByRecognition_OpensObjectives(string heading, int targets) =>
        Assert.Equal(targets, PlanText.Extract($"{heading}\n\n- Ít nhất 70% hộ dân có tài khoản định danh điện tử.\n").Targets.Count);

    [Fact]
    public void LongItem_IsReadInTime()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _ = PlanText.TargetsOfItem(string.Concat(Enumerable.Repeat("đạt 90% (có 5 lớp), tối thiểu 80% hồ sơ và ", 2_000)));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    private static readonly string[] Seeds =
        ["đạt 90%", "tối thiểu", "(có 5 lớp", ")", ";", ",", "trong đó", "và", "từ 3 - 5 mô hình", "100%", "lần lượt", "đến năm 2030",
            ":", ".", "trở lên", "giảm từ 5% xuống 2%"];

    [Fact]
    public void Sections_OnlyObjectivesPromise()
    {
        var targets = PlanText.Extract("""
            KẾ HOẠCH
            Chuyển đổi số năm 2026

            PHẦN I. KẾT QUẢ NĂM 2025

            1. Tỷ lệ hồ sơ trực tuyến đạt 78%.

            PHẦN II. KẾ HOẠCH NĂM 2026

            I. QUAN ĐIỂM, MỤC TIÊU, YÊU CẦU

            1. Quan điểm

            - 100% cán bộ đồng thuận.

            2. Mục tiêu

            2.1. Mục tiêu chung

            Nâng cao hiệu quả quản lý; đến năm 2030 xã thuộc nhóm 5 xã dẫn đầu tỉnh.

            2.2. Mục tiêu cụ thể

            a) Đến năm 2026:

            - Ít nhất 50% hộ kinh doanh dùng hóa đơn điện tử.

            b) Tầm nhìn 2045:

            - Có 3 sản phẩm công nghệ số.

            3. Yêu cầu

            - 100% nhiệm vụ có sản phẩm.

            II. NHIỆM VỤ, GIẢI PHÁP

            1. Lắp đặt 20 camera; phấn đấu 80% thôn có loa thông minh.

            III. TỔ CHỨC THỰC HIỆN

            1. Các đơn vị hoàn thành 100% nhiệm vụ được giao.
            """).Targets;
        Assert.Equal(
            ["<= 5 xã [-2030]", ">= 50 % [-2026]", "= 3 sản phẩm [-2045]"],
            targets.Select(PlanText.Show));
    }

    [Fact]
    public void UnnumberedYearTitles_SpeakForTheBulletsAfterThem()
    {
        var targets = PlanText.Extract("""
            KẾ HOẠCH

            I. MỤC TIÊU

            **Đến năm 2026:**

            - 50% doanh nghiệp tham gia.

            - Hoàn thành 100% nhiệm vụ.

            **Đến năm 2030:**

            - 80% doanh nghiệp tham gia.
            """).Targets;
        Assert.Equal(["= 50 % [-2026]", "= 100 % [-2026]", "= 80 % [-2030]"], targets.Select(PlanText.Show));
    }

    [Fact]
    public void WithoutObjectiveSection_StrivingsStandForOne_ButNotThoseOfTasks()
    {
        var targets = PlanText.Extract("""
            KẾ HOẠCH

            1. Nội dung

            Phấn đấu đến cuối năm 2026, 80% người dân có kỹ năng số; 100% học sinh được học về trí tuệ nhân tạo.

            2. Nhiệm vụ

            - Phấn đấu trên 70% hộ gia đình biết dùng dịch vụ công.
            """).Targets;
        Assert.Equal(["= 80 % [-2026]", "= 100 % [-2026]"], targets.Select(PlanText.Show));
    }
}
