using System.Globalization;

namespace NamRo.Schedule;

/// <summary>A day that differs from its weekday: a holiday, or a Saturday worked in exchange.</summary>
public sealed record CalendarDay(DateOnly Date, bool IsWorking, string Note);

/// <summary>Working days of Vietnamese offices: Monday to Friday, except for the days the Government has declared otherwise.</summary>
public sealed class WorkingCalendar(IEnumerable<CalendarDay> exceptions)
{
    /// <summary>Longest stretch of days counted, so that a wrong year cannot loop for ever.</summary>
    private const int MaximumDays = 20_000;

    private readonly Dictionary<DateOnly, CalendarDay> byDate = exceptions.ToDictionary(day => day.Date);

    /// <summary>The days declared so far, shipped as data; a city adds the next year's in its settings.</summary>
    public static IReadOnlyList<CalendarDay> Declared { get; } = ReadDeclared();

    /// <summary>Whether offices work on the date.</summary>
    public bool IsWorkingDay(DateOnly date) => byDate.TryGetValue(date, out var day)
        ? day.IsWorking
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Why the date differs from its weekday, or null.</summary>
    public string? NoteOf(DateOnly date) => byDate.GetValueOrDefault(date)?.Note;

    /// <summary>The date itself if offices work then, else the next one on which they do.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The date itself if offices work then, else the last one before it on which they do.</summary>
    public DateOnly OnOrBefore(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary>
    /// The working day that is <paramref name="days"/> working days after (or, if negative, before) the date; the date itself does not
    /// count.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(days), MaximumDays, nameof(days));
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative if it lies before.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(to.DayNumber - from.DayNumber, MaximumDays, nameof(to));
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    private static CalendarDay[] ReadDeclared()
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("NamRo.Schedule.vietnam-calendar.csv")
            ?? throw new InvalidOperationException("The calendar is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];
    }

    private static CalendarDay Parse(string line)
    {
        var cells = line.Split(',', 3);
        return new CalendarDay(DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[1] == "work",
            cells[2].Trim());
    }
}
