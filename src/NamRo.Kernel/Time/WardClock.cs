namespace NamRo.Kernel.Time;

/// <summary>
/// The time in Vietnam. Instants are UTC; office dates are <see cref="Today"/>. Tests and developers replace the provider.
/// </summary>
public sealed class WardClock(TimeProvider time)
{
    /// <summary>Indochina time has had no daylight saving since 1975, so a fixed offset needs no time-zone database.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Now, in UTC, cut to the microseconds that PostgreSQL keeps.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>The date on the office's wall.</summary>
    public DateOnly Today => DateOf(Now);

    /// <summary>The date in Vietnam of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a date begins in Vietnam.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
