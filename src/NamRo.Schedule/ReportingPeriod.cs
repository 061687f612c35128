using System.Globalization;

namespace NamRo.Schedule;

/// <summary>The kinds of periods for which offices account.</summary>
public enum PeriodKind
{
    Week,
    Month,
    Quarter,
    HalfYear,
    NineMonths,
    Year,
}

/// <summary>First and last day of a stretch of time, both included.</summary>
public readonly record struct DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly date) => date >= From && date <= To;
}

/// <summary>One period, by name only; <see cref="PeriodRules"/> says from which day to which its figures count.</summary>
/// <param name="Year">The year it is named after (for a week: its ISO year).</param>
/// <param name="Number">From 1: week, month, quarter or half of the year; 1 for nine months and the year.</param>
public readonly record struct ReportingPeriod(PeriodKind Kind, int Year, int Number) : IComparable<ReportingPeriod>
{
    private const string KindLetters = "WMQHNY";

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>How people call it: "Quý II/2026".</summary>
    public string Title => Kind switch
    {
        PeriodKind.Week => Invariant($"Tuần {Number}/{Year}"),
        PeriodKind.Month => Invariant($"Tháng {Number}/{Year}"),
        PeriodKind.Quarter => Invariant($"Quý {Roman[Number - 1]}/{Year}"),
        PeriodKind.HalfYear => Invariant($"6 tháng {(Number == 1 ? "đầu" : "cuối")} năm {Year}"),
        PeriodKind.NineMonths => Invariant($"9 tháng năm {Year}"),
        _ => Invariant($"Năm {Year}"),
    };

    /// <summary>Stable name for addresses, files and keys: "2026-Q2".</summary>
    public string Code => Invariant($"{Year:0000}-{KindLetters[(int)Kind]}{Number}");

    /// <summary>How many of the kind a year has.</summary>
    internal int CountInYear => Kind switch
    {
        PeriodKind.Week => ISOWeek.GetWeeksInYear(Year),
        PeriodKind.Month => 12,
        PeriodKind.Quarter => 4,
        PeriodKind.HalfYear => 2,
        _ => 1,
    };

    /// <summary>The one after it.</summary>
    public ReportingPeriod Next => Number < CountInYear ? this with { Number = Number + 1 } : new(Kind, Year + 1, 1);

    /// <summary>The one before it.</summary>
    public ReportingPeriod Previous
    {
        get
        {
            var before = new ReportingPeriod(Kind, Year - 1, 1);
            return Number > 1 ? this with { Number = Number - 1 } : before with { Number = before.CountInYear };
        }
    }

    /// <summary>The same period of the year before, for comparisons; the 53rd week falls back to the 52nd.</summary>
    public ReportingPeriod YearBefore =>
        this with { Year = Year - 1, Number = Math.Min(Number, new ReportingPeriod(Kind, Year - 1, 1).CountInYear) };

    /// <summary>Reads a <see cref="Code"/>; null if it is none.</summary>
    public static ReportingPeriod? FromCode(string? code)
    {
        if (code is not { Length: 7 or 8 } || code[4] != '-'
            || KindLetters.IndexOf(code[5], StringComparison.Ordinal) is not (>= 0 and var kind)
            || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2999
            || !int.TryParse(code.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var period = new ReportingPeriod((PeriodKind)kind, year, number);
        return number >= 1 && number <= period.CountInYear && period.Code == code ? period : null;
    }

    /// <summary>By kind, then in time.</summary>
    public int CompareTo(ReportingPeriod other) => (Kind, Year, Number).CompareTo((other.Kind, other.Year, other.Number));

    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) < 0;

    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) > 0;

    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) >= 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
