using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;

namespace NamRo.Kernel.Jobs;

/// <summary>One occasion of a schedule.</summary>
/// <param name="At">The instant it was due; a job that runs late still learns when it should have run.</param>
public sealed record ScheduleSlot(DateTimeOffset At)
{
    /// <summary>The date in Vietnam it was due on.</summary>
    public DateOnly Date => WardClock.DateOf(At);
}

/// <summary>When something repeats, in Vietnam's time.</summary>
public abstract record Rhythm
{
    private Rhythm()
    {
    }

    /// <summary>Every day at the time.</summary>
    public static Rhythm DailyAt(int hour, int minute) => new Daily(new TimeOnly(hour, minute));

    /// <summary>Every hour at the minute.</summary>
    public static Rhythm HourlyAt(int minute) => new Hourly(minute);

    /// <summary>The newest slot that is not after the instant.</summary>
    public abstract DateTimeOffset OnOrBefore(DateTimeOffset instant);

    /// <summary>The slot before the given one.</summary>
    public DateTimeOffset Before(DateTimeOffset slot) => OnOrBefore(slot.AddTicks(-1));

    private sealed record Daily(TimeOnly Time) : Rhythm
    {
        public override DateTimeOffset OnOrBefore(DateTimeOffset instant)
        {
            var slot = WardClock.StartOf(WardClock.DateOf(instant)) + Time.ToTimeSpan();
            return slot <= instant ? slot : slot.AddDays(-1);
        }
    }

    private sealed record Hourly(int Minute) : Rhythm
    {
        public override DateTimeOffset OnOrBefore(DateTimeOffset instant)
        {
            var slot = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerHour)).AddMinutes(Minute);
            return slot <= instant ? slot : slot.AddHours(-1);
        }
    }
}

/// <summary>What happens to the slots that passed while no worker ran.</summary>
public enum CatchUp
{
    /// <summary>Only the newest runs: for jobs that look at how things stand now.</summary>
    Newest,

    /// <summary>Each runs, at most <see cref="Scheduler.MostSlots"/>: for jobs that keep something about each day.</summary>
    Each,
}

/// <summary>A job that repeats in every open ward.</summary>
/// <param name="Name">Stable name, <c>module.verb_object</c>; its last slot is kept under it.</param>
public sealed record ScheduledJob(string Name, Rhythm Rhythm, CatchUp CatchUp, Type Payload, Func<ScheduleSlot, string> PayloadOf);

/// <summary>The wards of this installation; Administration implements it.</summary>
public interface IWardDirectory
{
    /// <summary>Keys of the wards that work on this system, the city's own among them.</summary>
    Task<IReadOnlyList<Guid>> ListOpenAsync(CancellationToken cancel);
}

/// <summary>Registers schedules in a module's table of contents.</summary>
public static class ScheduleRegistration
{
    /// <summary>
    /// Queues a job in every open ward at each slot, exactly once however many workers run; register the job itself with <c>AddJob</c>.
    /// </summary>
    /// <param name="payload">Makes the job's payload, such as <c>slot => new OpenPeriods(slot.Date)</c>.</param>
    public static IServiceCollection AddSchedule<TPayload>(this IServiceCollection services, string name, Rhythm rhythm,
        Func<ScheduleSlot, TPayload> payload, CatchUp catchUp = CatchUp.Newest)
        where TPayload : notnull => services.AddSingleton(new ScheduledJob(name, rhythm, catchUp, typeof(TPayload),
            slot => JsonSerializer.Serialize(payload(slot), EventLog.Json)));
}
