using System.Globalization;

namespace NamRo.Schedule;

/// <summary>From which day to which the figures of a period count. Weeks are ISO weeks under every rule.</summary>
public sealed class PeriodRules
{
    /// <summary>Longest stretch cut into periods at once, so that a wrong year cannot fill the memory.</summary>
    private const int LongestDays = 40_000;

    private readonly int cutOffDay;

    private PeriodRules(string code, int cutOffDay) => (Code, this.cutOffDay) = (code, cutOffDay);

    /// <summary>Periods end with their last month.</summary>
    public static PeriodRules Calendar { get; } = new("calendar", 0);

    /// <summary>
    /// Nghị định 09/2019/NĐ-CP, Điều 12: figures count up to day 14 of the period's last month, from day 15 of the month before its first.
    /// </summary>
    public static PeriodRules Decree09 { get; } = new("nd09", 14);

    /// <summary>Name of the rule set in settings.</summary>
    public string Code { get; }

    /// <summary>The rule set of that name; null if there is none.</summary>
    public static PeriodRules? Find(string? code) => code == Calendar.Code ? Calendar : code == Decree09.Code ? Decree09 : null;

    /// <summary>First and last day whose figures belong to the period.</summary>
    public DateSpan SpanOf(ReportingPeriod period)
    {
        if (period.Kind == PeriodKind.Week)
        {
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(period.Year, period.Number, DayOfWeek.Monday));
            return new DateSpan(monday, monday.AddDays(6));
        }

        var months = MonthsOf(period.Kind);
        var first = new DateOnly(period.Year, ((period.Number - 1) * months) + 1, 1);
        return cutOffDay == 0
            ? new DateSpan(first, first.AddMonths(months).AddDays(-1))
            : new DateSpan(first.AddMonths(-1).AddDays(cutOffDay), first.AddMonths(months - 1).AddDays(cutOffDay - 1));
    }

    /// <summary>The period in which the day counts; for nine months, which leave a gap, the first that ends on or after it.</summary>
    public ReportingPeriod On(PeriodKind kind, DateOnly date)
    {
        if (kind == PeriodKind.Week)
        {
            var time = date.ToDateTime(TimeOnly.MinValue);
            return new ReportingPeriod(kind, ISOWeek.GetYear(time), ISOWeek.GetWeekOfYear(time));
        }

        var month = new DateOnly(date.Year, date.Month, 1).AddMonths(cutOffDay > 0 && date.Day > cutOffDay ? 1 : 0);
        var number = ((month.Month - 1) / MonthsOf(kind)) + 1;
        return kind == PeriodKind.NineMonths
            ? new ReportingPeriod(kind, month.Year + number - 1, 1)
            : new ReportingPeriod(kind, month.Year, number);
    }

    /// <summary>The periods that share a day with the stretch, in order.</summary>
    public IEnumerable<ReportingPeriod> Overlapping(PeriodKind kind, DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to.DayNumber - from.DayNumber, LongestDays, nameof(to));
        for (var period = On(kind, from); SpanOf(period).From <= to; period = period.Next)
        {
            yield return period;
        }
    }

    private static int MonthsOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        PeriodKind.NineMonths => 9,
        _ => 12,
    };
}
