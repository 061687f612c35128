using System.Collections.Concurrent;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;

namespace NamRo.Tests.Fixtures;

/// <summary>A job whose attempts a test controls: its effect is one event.</summary>
public sealed record TestWork(Guid Id)
{
    /// <summary>A key that names a day, for the scheduled ones.</summary>
    public static Guid IdOf(DateOnly day) => new(day.DayNumber, 0, 0, new byte[8]);
}

public sealed class TestWorkJob(AppDb database, EventLog events) : IJob<TestWork>
{
    /// <summary>What an attempt does besides its effect, by job: fail, wait, count.</summary>
    public static ConcurrentDictionary<Guid, Func<JobRun, CancellationToken, Task>> Behaviours { get; } = new();

    public async Task RunAsync(TestWork payload, JobRun run, CancellationToken cancel)
    {
        events.Record(new TestWorked(new EventSubject("TestWork", payload.Id, "")));
        await database.SaveChangesAsync(cancel);
        await Behaviours.GetValueOrDefault(payload.Id, (_, _) => Task.CompletedTask)(run, cancel);
    }
}

public sealed record TestWorked(EventSubject Subject) : WardEvent(Subject);

/// <summary>Counts deliveries by event.</summary>
public sealed class TestSubscriber : ISubscriber<TestHappened>
{
    public static ConcurrentDictionary<Guid, int> Received { get; } = new();

    public Task ReceiveAsync(TestHappened happened, Guid eventId, CancellationToken cancel)
    {
        Received.AddOrUpdate(happened.Subject.Id, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }
}
