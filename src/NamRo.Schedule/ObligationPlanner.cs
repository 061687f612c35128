using System.Globalization;
using NamRo.Language;

namespace NamRo.Schedule;

/// <summary>Turns a task's time into what is due, when. Pure: the same task gives the same obligations.</summary>
public static class ObligationPlanner
{
    private const int DaysOfWeek = 7;

    /// <summary>Indochina time has had no daylight saving since 1975.</summary>
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>
    /// All that opens by <paramref name="until"/> and is due on or after <paramref name="from"/>, in order of due days. The product's own
    /// deadline is among it however long ago it was: a product owed stays owed.
    /// </summary>
    public static IReadOnlyList<ExpectedObligation> Expected(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar,
        DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(calendar);
        from = from < task.StartsOn ? task.StartsOn : from;
        IEnumerable<ExpectedObligation> all = task.AwaitsCondition
            ? FollowUps(task, rules, calendar, from, until)
            : OneOff(task, rules, calendar).Concat(Recurring(task, rules, calendar, from, until))
                .Concat(Updates(task, rules, calendar, from, until));
        return [.. all.Where(item => item.OpensOn <= until && IsAsked(item, task, from))
            .OrderBy(item => item.DueOn).ThenBy(item => item.Kind)];
    }

    /// <summary>The first day after the given one on which something opens; null: nothing more within a year.</summary>
    public static DateOnly? NextOpening(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar, DateOnly after)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (var days in (ReadOnlySpan<int>)[62, 400])
        {
            var opening = Expected(task, rules, calendar, after, after.AddDays(days)).Where(item => item.OpensOn > after)
                .Min(item => (DateOnly?)item.OpensOn);
            if (opening is not null)
            {
                return opening;
            }
        }

        return null;
    }

    /// <summary>The working day by which the product is due; null where the task has no such day (yet).</summary>
    public static DateOnly? DueDay(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(rules);
        return task.StatedDue is { } stated ? rules.Move(stated, calendar) : null;
    }

    private static bool IsAsked(ExpectedObligation item, TaskSchedule task, DateOnly from) => item.Kind == ObligationKind.OneOff
        || (item.DueOn >= from && item.OpensOn >= task.ClockFrom && (task.EndsOn is not { } end || item.DueOn <= end));

    private static ExpectedObligation[] OneOff(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar) =>
        DueDay(task, rules, calendar) is { } due
            ? [new(ObligationKind.OneOff, new DateSpan(task.ClockFrom, Later(due, task.ClockFrom)), task.ClockFrom, due, null, "")]
            : [];

    /// <summary>A monthly or weekly rhythm is itself the progress update; nobody is asked twice for one month.</summary>
    private static bool OwesUpdates(TaskSchedule task) => task.Deadline.Every is not (Rhythm.Week or Rhythm.Month);

    private static IEnumerable<ExpectedObligation> Updates(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar, DateOnly from,
        DateOnly until)
    {
        if (!OwesUpdates(task))
        {
            yield break;
        }

        foreach (var month in PeriodRules.Calendar.Overlapping(PeriodKind.Month, from.AddMonths(-1), until.AddMonths(1)))
        {
            var whole = PeriodRules.Calendar.SpanOf(month);
            var stated = rules.CutOffDay == 0 ? whole.To : whole.From.AddDays(rules.CutOffDay - 1);
            var due = rules.CutOffDay == 0 ? calendar.OnOrBefore(stated) : rules.Move(stated, calendar);
            var opens = Earlier(calendar.OnOrAfter(whole.From.AddDays(rules.OpeningDay - 1)), due);
            yield return Closing(ObligationKind.MonthlyUpdate, rules.Periods.SpanOf(month), opens, due, month.Title, rules, calendar);
        }
    }

    private static IEnumerable<ExpectedObligation> Recurring(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar,
        DateOnly from, DateOnly until)
    {
        if (KindOf(task.Deadline.Every) is not { } kind)
        {
            yield break;
        }

        var last = Earlier(task.StatedDue ?? DateOnly.MaxValue, until.AddMonths(1));
        var stated = task.Deadline is { Kind: DeadlineKind.Recurring, Due: { } first }
            ? NamedDays(kind, first, from.AddMonths(-1), last).Select(day => (rules.Periods.On(kind, day), day))
            : rules.Periods.Overlapping(kind, from.AddMonths(-1), last).Select(period => (period, rules.Periods.SpanOf(period).To));
        foreach (var (period, day) in stated)
        {
            var span = rules.Periods.SpanOf(period);
            var due = EndsMonth(day) || kind == PeriodKind.Week || day == span.To ? calendar.OnOrBefore(day) : rules.Move(day, calendar);
            // A week without a working day (Tết) asks for nothing.
            if (due >= span.From && due <= last)
            {
                var opens = Later(calendar.OnOrAfter(span.From), calendar.AddWorkingDays(due, -rules.OpensWorkingDaysBefore));
                yield return Closing(ObligationKind.Recurring, span, Earlier(opens, due), due, period.Title, rules, calendar);
            }
        }
    }

    /// <summary>"Trước ngày 05 hằng tháng": the first such day and those after it; the end of a month stays an end.</summary>
    private static IEnumerable<DateOnly> NamedDays(PeriodKind kind, DateOnly first, DateOnly from, DateOnly until)
    {
        var months = kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, _ => 12 };
        var passed = kind == PeriodKind.Week
            ? (from.DayNumber - first.DayNumber) / DaysOfWeek
            : ((((from.Year - first.Year) * 12) + from.Month - first.Month) / months) - 1;
        for (var index = Math.Max(0, passed); ; index++)
        {
            var day = kind == PeriodKind.Week ? first.AddDays(index * DaysOfWeek) : first.AddMonths(index * months);
            day = kind != PeriodKind.Week && EndsMonth(first) ? LastOfMonth(day) : day;
            if (day > until)
            {
                yield break;
            }

            yield return day;
        }
    }

    private static bool EndsMonth(DateOnly day) => day == LastOfMonth(day);

    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static IEnumerable<ExpectedObligation> FollowUps(TaskSchedule task, ScheduleRules rules, WorkingCalendar calendar,
        DateOnly from, DateOnly until)
    {
        var passed = Math.Max(0, ((from.DayNumber - task.StartsOn.DayNumber) / rules.FollowUpDays) - 1);
        for (var asked = task.StartsOn.AddDays(passed * rules.FollowUpDays); asked <= until; asked = asked.AddDays(rules.FollowUpDays))
        {
            if (asked == task.StartsOn)
            {
                continue;
            }

            var opens = calendar.OnOrAfter(asked);
            var due = calendar.AddWorkingDays(opens, rules.FollowUpAnswerDays);
            var period = new DateSpan(asked.AddDays(-rules.FollowUpDays), asked.AddDays(-1));
            yield return new ExpectedObligation(ObligationKind.ConditionFollowUp, period, opens, due, null,
                string.Create(CultureInfo.InvariantCulture, $"Hỏi lại ngày {opens.Day}/{opens.Month}/{opens.Year}"));
        }
    }

    private static ExpectedObligation Closing(ObligationKind kind, DateSpan period, DateOnly opens, DateOnly due, string title,
        ScheduleRules rules, WorkingCalendar calendar)
    {
        var lastDay = calendar.AddWorkingDays(due, rules.GraceWorkingDays);
        var locks = new DateTimeOffset(lastDay.ToDateTime(rules.CutOffHour), Vietnam).ToUniversalTime();
        return new ExpectedObligation(kind, period, opens, due, locks, title);
    }

    private static PeriodKind? KindOf(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Week => PeriodKind.Week,
        Rhythm.Month => PeriodKind.Month,
        Rhythm.Quarter => PeriodKind.Quarter,
        Rhythm.HalfYear => PeriodKind.HalfYear,
        Rhythm.Year => PeriodKind.Year,
        _ => null,
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
