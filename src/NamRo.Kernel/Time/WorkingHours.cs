using NamRo.Schedule;

namespace NamRo.Kernel.Time;

/// <summary>The hours of Vietnamese offices, in which the system may call on people.</summary>
public static class WorkingHours
{
    public static readonly TimeOnly Start = new(7, 30);
    public static readonly TimeOnly End = new(17, 30);

    /// <summary>The instant itself if it lies in working hours, else the beginning of the next working day's.</summary>
    public static DateTimeOffset OnOrAfter(DateTimeOffset instant, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var local = instant.ToOffset(WardClock.Offset).DateTime;
        var (date, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (calendar.IsWorkingDay(date) && time >= Start && time < End)
        {
            return instant;
        }

        var day = calendar.OnOrAfter(time < Start ? date : date.AddDays(1));
        return WardClock.StartOf(day) + Start.ToTimeSpan();
    }
}
