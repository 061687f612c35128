using System.Globalization;

namespace NamRo.Language;

/// <summary>Says a deadline in Vietnamese.</summary>
internal static class DeadlineDescription
{
    public static string Of(Deadline deadline)
    {
        var due = deadline.Due is { } day ? " → " + Day(day) : string.Empty;
        return deadline.Kind switch
        {
            DeadlineKind.Date => deadline.Due is { } date ? "Ngày " + Day(date) : "Chưa rõ ngày",
            DeadlineKind.Month => deadline.Due is { } end ? Invariant($"Tháng {end.Month}/{end.Year}") + due : "Chưa rõ tháng",
            DeadlineKind.Quarter => deadline.Due is { } end ? Invariant($"Quý {Roman(end.Month)}/{end.Year}") + due : "Chưa rõ quý",
            DeadlineKind.Year => deadline.Due is { } end ? Invariant($"Năm {end.Year}") + due : "Chưa rõ năm",
            DeadlineKind.Range => deadline.From is { } from ? "Từ " + Day(from) + due
                : "Đến hết" + due.Replace(" →", string.Empty, StringComparison.Ordinal),
            DeadlineKind.Recurring => Recurring(deadline.Every) + (deadline.Due is null ? string.Empty : $", lần đầu{due}"),
            DeadlineKind.Continuous => Continuous(deadline),
            DeadlineKind.Conditional => $"Khi có điều kiện: {deadline.Condition}",
            _ => "Chưa nêu thời hạn",
        };
    }

    private static string Continuous(Deadline deadline)
    {
        var since = deadline.From is { } from ? $" từ {Day(from)}" : string.Empty;
        var rhythm = deadline.Every == Rhythm.None ? string.Empty : ", " + Recurring(deadline.Every).ToLowerInvariant();
        return "Thường xuyên" + since + rhythm;
    }

    private static string Recurring(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Week => "Hằng tuần",
        Rhythm.Month => "Hằng tháng",
        Rhythm.Quarter => "Hằng quý",
        Rhythm.HalfYear => "6 tháng một lần",
        Rhythm.Year => "Hằng năm",
        _ => "Định kỳ",
    };

    private static string Roman(int month) => ((month + 2) / 3) switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };

    private static string Day(DateOnly day) => Invariant($"{day.Day}/{day.Month}/{day.Year}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
