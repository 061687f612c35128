namespace NamRo.Schedule;

/// <summary>Where a due day goes that falls on a day off.</summary>
public enum DayOffRule
{
    /// <summary>To the next working day (Bộ luật Dân sự 2015, Điều 148, khoản 5).</summary>
    After,

    /// <summary>To the last working day before it.</summary>
    Before,
}

/// <summary>How a ward runs its periods: the choices it makes in its settings.</summary>
public sealed record ScheduleRules
{
    /// <summary>Last day of a month that every month has; choices of a day end here.</summary>
    public const int LatestDay = 28;

    public static ScheduleRules Default { get; } = new();

    /// <summary>Day of the month on which its progress update opens.</summary>
    public int OpeningDay { get; init; } = 15;

    /// <summary>Day of the month on which its progress update is due; 0: the last day.</summary>
    public int CutOffDay { get; init; } = 25;

    /// <summary>Hour in Vietnam at which a period locks on its last day of grace.</summary>
    public TimeOnly CutOffHour { get; init; } = new(17, 0);

    /// <summary>Working days after the due day during which an update is still taken.</summary>
    public int GraceWorkingDays { get; init; } = 3;

    /// <summary>Working days before its due day on which a recurring duty opens.</summary>
    public int OpensWorkingDaysBefore { get; init; } = 10;

    /// <summary>Days between two questions whether a condition has come.</summary>
    public int FollowUpDays { get; init; } = 30;

    /// <summary>Working days to answer that question.</summary>
    public int FollowUpAnswerDays { get; init; } = 3;

    public DayOffRule DayOff { get; init; } = DayOffRule.After;

    public PeriodRules Periods { get; init; } = PeriodRules.Calendar;

    /// <summary>The working day on which something stated for the date is due.</summary>
    public DateOnly Move(DateOnly date, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return DayOff == DayOffRule.After ? calendar.OnOrAfter(date) : calendar.OnOrBefore(date);
    }
}
