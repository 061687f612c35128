using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace NamRo.Kernel.Time;

/// <summary>
/// A developer's journey through time: the clock runs on from the date in <c>Clock:Today</c> (<c>2026-06-30</c>). A production process
/// that is given one does not start.
/// </summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public const string Setting = "Clock:Today";

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    public static TimeProvider Of(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return System;
        }

        if (environment.IsProduction())
        {
            throw new InvalidOperationException($"{Setting} is for development only.");
        }

        var date = DateOnly.ParseExact(text, "yyyy-MM-dd", global::System.Globalization.CultureInfo.InvariantCulture);
        return new ShiftedTime(TimeSpan.FromDays(date.DayNumber - WardClock.DateOf(System.GetUtcNow()).DayNumber));
    }
}
