using System.Globalization;

namespace NamRo.Language.Tests;

public sealed class DeadlineTests
{
    private static readonly DateOnly Issued = new(2026, 3, 25);

    [Theory]
    [InlineData("Ngày 30/6/2026", "2026-06-30")]
    [InlineData("30/6/2026", "2026-06-30")]
    [InlineData("30-06-2026", "2026-06-30")]
    [InlineData("30.6.2026", "2026-06-30")]
    [InlineData("2026-06-30 00:00:00", "2026-06-30")]
    [InlineData("Trước ngày 30/6/2026", "2026-06-30")]
    [InlineData("Trước 30/6", "2026-06-30")]
    [InlineData("trước ngày 30/6", "2026-06-30")]
    [InlineData("Chậm nhất ngày 15 tháng 12 năm 2026", "2026-12-15")]
    [InlineData("Hoàn thành trước ngày 31/12/2026", "2026-12-31")]
    [InlineData("trước ngày 05 tháng 9/2026", "2026-09-05")]
    [InlineData("100 ngày kể từ ngày ban hành", "2026-07-03")]
    [InlineData("Trong vòng 30 ngày kể từ ngày 01/7/2026", "2026-07-31")]
    [InlineData("30 ngày kể từ ngày ban hành Kế hoạch này", "2026-04-24")]
    [InlineData("Dự thảo: 15/4/2026; hoàn thành: 30/6/2026", "2026-06-30")]
    [InlineData("Thường xuyên, hoàn thành trước 30/11/2026", "2026-11-30")]
    [InlineData("Trước ngày 30/9/2026 (theo Kế hoạch số 12/KH-UBND ngày 01/02/2026)", "2026-09-30")]
    public void Parse_Day(string words, string due) => Assert.Equal(new Deadline(DeadlineKind.Date, Day(due)), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("Tháng 6/2026", "2026-06-30")]
    [InlineData("8/2025", "2025-08-31")]
    [InlineData("12/2026", "2026-12-31")]
    [InlineData("T6/2026", "2026-06-30")]
    [InlineData("T.6/2026", "2026-06-30")]
    [InlineData("tháng 6 năm 2026", "2026-06-30")]
    [InlineData("Tháng 8 /2025", "2025-08-31")]
    [InlineData("Tháng 02-2028", "2028-02-29")]
    [InlineData("Trong tháng 9", "2026-09-30")]
    [InlineData("Trước tháng 10/2026", "2026-10-31")]
    [InlineData("tháng 11/2025 (sau khi có hướng dẫn của thành phố)", "2025-11-30")]
    [InlineData("Tháng 10 (Ngày Chuyển đổi số quốc gia 10/10)", "2026-10-31")]
    [InlineData("THÁNG 3/2026", "2026-03-31")]
    [InlineData("Cuối tháng 5/2026", "2026-05-31")]
    public void Parse_Month(string words, string due) => Assert.Equal(new Deadline(DeadlineKind.Month, Day(due)), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("Quý II/2026", "2026-06-30")]
    [InlineData("Quý 2 năm 2026", "2026-06-30")]
    [InlineData("Q.II/2026", "2026-06-30")]
    [InlineData("Quý H/2026", "2026-06-30")]
    [InlineData("Quý ll/2026", "2026-06-30")]
    [InlineData("Quý 11/2026", "2026-06-30")]
    [InlineData("Quý lII/2026", "2026-09-30")]
    [InlineData("Quý l/2026", "2026-03-31")]
    [InlineData("Qúy IV/2025", "2025-12-31")]
    [InlineData("Quí III năm 2026", "2026-09-30")]
    [InlineData("quý IV", "2026-12-31")]
    [InlineData("Trong Quý III/2026", "2026-09-30")]
    [InlineData("Sau khi có hướng dẫn, hoàn thành trong Quý III/2026", "2026-09-30")]
    public void Parse_Quarter(string words, string due) => Assert.Equal(new Deadline(DeadlineKind.Quarter, Day(due)), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("Năm 2026", "2026-12-31")]
    [InlineData("Trong năm 2026", "2026-12-31")]
    [InlineData("2026", "2026-12-31")]
    [InlineData("đến năm 2030", "2030-12-31")]
    [InlineData("Cuối năm 2026", "2026-12-31")]
    [InlineData("Trong năm", "2026-12-31")]
    [InlineData("Cả năm 2026", "2026-12-31")]
    public void Parse_Year(string words, string due) => Assert.Equal(new Deadline(DeadlineKind.Year, Day(due)), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("2025-2026", "2025-01-01", "2026-12-31")]
    [InlineData("Giai đoạn 2025- 2026", "2025-01-01", "2026-12-31")]
    [InlineData("Giai đoạn 2026-2030 và những năm tiếp theo", "2026-01-01", "2030-12-31")]
    [InlineData("Quý IV/2025-Quý II/2026", "2025-10-01", "2026-06-30")]
    [InlineData("Quý I, II/2026", "2026-01-01", "2026-06-30")]
    [InlineData("Quý II - III/2026", "2026-04-01", "2026-09-30")]
    [InlineData("Từ tháng 3 đến tháng 6/2026", "2026-03-01", "2026-06-30")]
    [InlineData("Từ tháng 10/2025 đến 3/2026", "2025-10-01", "2026-03-31")]
    [InlineData("Tháng 7,8/2025", "2025-07-01", "2025-08-31")]
    [InlineData("7,8/2025", "2025-07-01", "2025-08-31")]
    [InlineData("Tháng 3 - 6 năm 2026", "2026-03-01", "2026-06-30")]
    [InlineData("Tháng 9, tháng 10/2026", "2026-09-01", "2026-10-31")]
    [InlineData("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30")]
    [InlineData("6 tháng cuối năm 2026", "2026-07-01", "2026-12-31")]
    [InlineData("Từ 01/3/2026 đến 30/6/2026", "2026-03-01", "2026-06-30")]
    [InlineData("15-20/6/2026", "2026-06-15", "2026-06-20")]
    [InlineData("Đợt 1: 30/6/2026; đợt 2: 30/11/2026", "2026-06-30", "2026-11-30")]
    [InlineData("Từ năm 2026 đến năm 2030", "2026-01-01", "2030-12-31")]
    public void Parse_Range(string words, string from, string due) =>
        Assert.Equal(new Deadline(DeadlineKind.Range, Day(due), From: Day(from)), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("Hằng năm", Rhythm.Year)]
    [InlineData("hàng quý", Rhythm.Quarter)]
    [InlineData("định kỳ hằng tháng", Rhythm.Month)]
    [InlineData("Định kỳ tháng, quý, năm", Rhythm.Month)]
    [InlineData("6 tháng, năm", Rhythm.HalfYear)]
    [InlineData("06 tháng/lần", Rhythm.HalfYear)]
    [InlineData("01 lần/tháng", Rhythm.Month)]
    [InlineData("Hàng tuần", Rhythm.Week)]
    [InlineData("Theo kế hoạch hàng năm", Rhythm.Year)]
    [InlineData("Theo kế hoạch của thành phố hàng năm", Rhythm.Year)]
    [InlineData("Định kỳ", Rhythm.None)]
    public void Parse_Recurring(string words, Rhythm every) => Assert.Equal(new Deadline(DeadlineKind.Recurring, Every: every), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("Trước ngày 05 hằng tháng", Rhythm.Month, "2026-04-05")]
    [InlineData("Định kỳ trước ngày 20 tháng cuối quý", Rhythm.Quarter, "2026-06-20")]
    [InlineData("Trước ngày 15/12 hằng năm", Rhythm.Year, "2026-12-15")]
    [InlineData("Tháng 12 hằng năm", Rhythm.Year, "2026-12-31")]
    [InlineData("Năm 2026 và các năm tiếp theo", Rhythm.Year, "2026-12-31")]
    public void Parse_RecurringWithDay(string words, Rhythm every, string due) =>
        Assert.Equal(new Deadline(DeadlineKind.Recurring, Day(due), every), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("Thường xuyên", Rhythm.None)]
    [InlineData("Thương xuyên", Rhythm.None)]
    [InlineData("Liên tục", Rhythm.None)]
    [InlineData("Duy trì thường xuyên", Rhythm.None)]
    [InlineData("24/7", Rhythm.None)]
    [InlineData("Hằng ngày", Rhythm.None)]
    [InlineData("Thường xuyên trong năm 2026", Rhythm.None)]
    [InlineData("Thường xuyên (theo hướng dẫn của cấp trên)", Rhythm.None)]
    [InlineData("Nhiệm vụ thường xuyên; định kỳ hàng tháng báo cáo kết quả", Rhythm.Month)]
    [InlineData("Thường xuyên, hằng năm", Rhythm.Year)]
    public void Parse_Continuous(string words, Rhythm every) => Assert.Equal(new Deadline(DeadlineKind.Continuous, Every: every), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("từ 01/7/2025", "2025-07-01")]
    [InlineData("Từ ngày 01/7/2025 trở đi", "2025-07-01")]
    [InlineData("Từ tháng 7/2025 trở đi", "2025-07-01")]
    [InlineData("Từ Quý II/2026", "2026-04-01")]
    [InlineData("Từ năm 2026", "2026-01-01")]
    public void Parse_ContinuousFrom(string words, string from) =>
        Assert.Equal(new Deadline(DeadlineKind.Continuous, From: Day(from)), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("theo hướng dẫn của Sở Nội vụ thành phố")]
    [InlineData("Theo Chỉ đạo hướng dẫn của Thành phố")]
    [InlineData("Theo Dự án được thành phố phê duyệt")]
    [InlineData("Theo triển khai của các cơ quan chức năng")]
    [InlineData("Sau khi có chỉ đạo, hướng dẫn của thành phố")]
    [InlineData("Khi có phát sinh")]
    [InlineData("theo tiến độ của dự án")]
    [InlineData("Theo Kế hoạch số 110/KH-UBND ngày 25/3/2026 của UBND thành phố")]
    [InlineData("trong vòng 24 giờ kể từ khi phát hiện sự cố")]
    [InlineData("100 ngày kể từ ngày ban hành Nghị định của Chính phủ về dữ liệu")]
    [InlineData("05 ngày làm việc sau khi nhận được văn bản")]
    [InlineData("Từ khi thành lập đến khi kết thúc")]
    [InlineData("Ngay sau khi Kế hoạch được ban hành")]
    public void Parse_Conditional(string words) =>
        Assert.Equal(new Deadline(DeadlineKind.Conditional, Condition: words), Deadline.Parse(words, Issued, 2026));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("Văn bản/Báo cáo")]
    [InlineData("31/6/2026")]
    [InlineData("Phòng Văn hóa - Xã hội")]
    public void Parse_NotUnderstood_IsNone(string words) => Assert.Equal(Deadline.None, Deadline.Parse(words, Issued, 2026));

    [Fact]
    public void Parse_IssueDayUnknown_StaysConditional() =>
        Assert.Equal(DeadlineKind.Conditional, Deadline.Parse("100 ngày kể từ ngày ban hành").Kind);

    [Fact]
    public void Parse_WorkWithItsDayAndReportsWithARhythm_KeepsBoth() =>
        Assert.Equal(new Deadline(DeadlineKind.Month, Day("2026-06-30"), Rhythm.Quarter), Deadline.Parse("Tháng 6/2026; định kỳ hằng quý báo cáo", Issued, 2026));

    [Theory]
    [InlineData("Quý II/2026", "Quý II/2026 → 30/6/2026")]
    [InlineData("Tháng 6/2026", "Tháng 6/2026 → 30/6/2026")]
    [InlineData("Trước ngày 30/6/2026", "Ngày 30/6/2026")]
    [InlineData("Thường xuyên; định kỳ hằng tháng báo cáo", "Thường xuyên, hằng tháng")]
    [InlineData("2025-2026", "Từ 1/1/2025 → 31/12/2026")]
    [InlineData("Khi có phát sinh", "Khi có điều kiện: Khi có phát sinh")]
    [InlineData("?", "Chưa nêu thời hạn")]
    public void Describe_SaysItInVietnamese(string words, string said) => Assert.Equal(said, Deadline.Parse(words, Issued, 2026).Describe());

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
