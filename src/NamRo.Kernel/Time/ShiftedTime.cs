using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace NamRo.Kernel.Time;

/// <summary>
/// A developer's journey through time: the clock runs on from the moment in <c>Clock:Now</c> (<c>2026-06-30T09:00</c>, Vietnam's time). A
/// production process that is given one does not start.
/// </summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public const string Setting = "Clock:Now";

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

        var local = DateTime.Parse(text, global::System.Globalization.CultureInfo.InvariantCulture);
        return new ShiftedTime(new DateTimeOffset(local, WardClock.Offset) - System.GetUtcNow());
    }
}
