using System.Globalization;
using NamRo.Schedule;

namespace NamRo.Work.Standing;

/// <summary>The sentence that says why a task stands as it does.</summary>
internal static class StandingText
{
    private const int LongestQuote = 80;

    public static string Day(DateOnly day) => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);

    public static string Dropped(ClosureFact closure) =>
        $"Không thực hiện nữa từ ngày {Day(closure.On)}" + (closure.Reason is { } reason ? $": {Quote(reason)}" : "");

    public static string DoneLate(StandingFacts facts, DateOnly finished, DateOnly due) =>
        $"Xong ngày {Day(finished)}, muộn {Days(due, finished)} ngày so với {DueWords(facts, due)}";

    public static string DoneOnTime(StandingFacts facts, DateOnly finished, DateOnly? due) =>
        $"Xong ngày {Day(finished)}" + (due is { } day ? $", đúng {DueWords(facts, day)}" : "");

    public static string StartsLater(DateOnly from) => $"Chưa đến ngày bắt đầu ({Day(from)})";

    public static string AwaitsCondition(StandingFacts facts) => $"Chờ điều kiện: {Quote(facts.Schedule.Deadline.Condition ?? "chưa nêu")}";

    public static string NotFollowedUp(StandingFacts facts, ObligationFact asked) =>
        $"Chưa trả lời đã có điều kiện hay chưa (hạn {Day(asked.DueOn)}): {Quote(facts.Schedule.Deadline.Condition ?? "chưa nêu")}";

    public static string Late(StandingFacts facts, DateOnly due, DateOnly today) =>
        $"Quá hạn {Days(due, today)} ngày: chưa có {Product(facts)}, {DueWords(facts, due)}"
        + (facts.Waiting is { } waiting ? $"; chờ {waiting.WaitsFor} từ {Day(waiting.StartedOn)}" : "");

    public static string LatePeriod(ObligationFact item, DateOnly today) =>
        $"Quá hạn {Days(item.DueOn, today)} ngày: chưa báo cáo {Lower(item.Title)}, hạn {Day(item.DueOn)}";

    public static string HandedInLate(StandingFacts facts, ProductFact product, DateOnly due) =>
        $"Nộp sản phẩm muộn {Days(due, product.HandedInOn)} ngày ({DueWords(facts, due)}), "
        + (product.AcceptedOn is null ? $"chờ duyệt từ {Day(product.HandedInOn)}" : "đã duyệt, chờ đóng nhiệm vụ");

    public static string WaitingPastDue(WaitingFact waiting, DateOnly due) =>
        $"Chờ {waiting.WaitsFor} từ {Day(waiting.StartedOn)}, trước hạn {Day(due)}";

    public static string Waiting(WaitingFact waiting) => $"Chờ {waiting.WaitsFor} từ {Day(waiting.StartedOn)}";

    public static string NoEvidence(ProductFact product) => $"Sản phẩm nộp ngày {Day(product.HandedInOn)} chưa có minh chứng";

    public static string AwaitsDecision(ProductFact product) => $"Đã nộp sản phẩm ngày {Day(product.HandedInOn)}, chờ duyệt";

    public static string Accepted(DateOnly on) => $"Sản phẩm đã được duyệt ngày {Day(on)}, chờ đóng nhiệm vụ";

    public static string Returned(DateOnly on) => $"Đơn vị trả lại nhiệm vụ ngày {Day(on)}, chờ giao lại";

    public static string Soon(StandingFacts facts, DateOnly due, WorkingCalendar calendar, DateOnly today) =>
        $"{Left(due, calendar, today)}: chưa có {Product(facts)}, {DueWords(facts, due)}";

    public static string SoonPeriod(ObligationFact item, WorkingCalendar calendar, DateOnly today) =>
        $"{Left(item.DueOn, calendar, today)}: chưa báo cáo {Lower(item.Title)}, hạn {Day(item.DueOn)}";

    public static string NotUpdated(ObligationFact first, int count) => count == 1
        ? $"Chưa cập nhật tiến độ {Lower(first.Title)} (hạn {Day(first.DueOn)})"
        : $"Chưa cập nhật tiến độ {count} kỳ liền, từ {Lower(first.Title)}";

    public static string EmptyUpdate(UpdateFact update) => $"Cập nhật ngày {Day(update.On)} không nêu kết quả";

    public static string InProgress(StandingFacts facts, DateOnly? due) => facts.LastUpdate switch
    {
        { NothingArose: true } quiet => $"Không phát sinh trong kỳ đến {Day(quiet.PeriodTo)}",
        { } update => $"Cập nhật ngày {Day(update.On)}" + (due is { } day ? $", {DueWords(facts, day)}" : ""),
        null => "Đang thực hiện" + (due is { } day ? $", {DueWords(facts, day)}" : ""),
    };

    public static string NotBegun(StandingFacts facts, DateOnly? due) =>
        "Chưa đến kỳ báo cáo đầu tiên" + (due is { } day ? $", {DueWords(facts, day)}" : "");

    private static string Left(DateOnly due, WorkingCalendar calendar, DateOnly today) => due == today
        ? "Hôm nay đến hạn"
        : $"Còn {calendar.WorkingDaysBetween(today, due)} ngày làm việc";

    private static string DueWords(StandingFacts facts, DateOnly due) =>
        $"hạn {(facts.DeadlineText is { Length: > 0 } words ? Quote(words) : Day(due))}";

    private static string Product(StandingFacts facts) =>
        facts.Output is { Length: > 0 } output ? $"sản phẩm “{Quote(output)}”" : "sản phẩm";

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    private static string Lower(string title) =>
        title.Length == 0 ? title : char.ToLower(title[0], CultureInfo.InvariantCulture) + title[1..];

    private static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line[..(LongestQuote - 1)].TrimEnd() + "…";
    }
}
