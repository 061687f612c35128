using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;
using NamRo.Work.Domain;

namespace NamRo.Work.FollowCalendar;

/// <summary>A day off or a swapped day was declared: what is still to come moves with it, in every ward that shares the calendar.</summary>
internal sealed class RefreshAfterCalendar(JobQueue queue) : ISubscriber<CalendarChanged>
{
    public Task ReceiveAsync(CalendarChanged happened, Guid eventId, CancellationToken cancel) =>
        queue.EnqueueInEveryWardAsync(new RefreshTasks(), $"calendar:{eventId:N}", cancel);
}

/// <summary>The next night works out every open task of the ward anew.</summary>
internal sealed record RefreshTasks
{
    public const string Kind = "work.refresh_tasks";

    public static Task<int> MarkAsync(AppDb database, DateOnly today, CancellationToken cancel)
    {
        var tomorrow = today.AddDays(1);
        return database.Set<TaskStanding>().Where(row => row.NextChangeOn != null)
            .ExecuteUpdateAsync(row => row.SetProperty(standing => standing.NextChangeOn, tomorrow), cancel);
    }
}

internal sealed class RefreshTasksJob(AppDb database, WardClock clock) : IJob<RefreshTasks>
{
    public Task RunAsync(RefreshTasks payload, JobRun run, CancellationToken cancel) =>
        RefreshTasks.MarkAsync(database, clock.Today, cancel);
}
