using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Time;
using NamRo.Work.Desk;
using NamRo.Work.Domain;
using NamRo.Work.Settings;
using NamRo.Work.Warnings;

namespace NamRo.Work.Nightly;

/// <summary>The night before a day.</summary>
internal sealed record RunTaskNight(DateOnly Date);

/// <summary>
/// Brings a ward's tasks to the new day: keeps how they stood, opens what opens, works out anew only what the day can have changed, and
/// warns. One transaction: after a crash nothing of it is there and the next run does it all.
/// </summary>
internal sealed class TaskNight(AppDb database, StandingBook standings, WarningRound warnings, WeeklyNoteWriter notes,
    WardSettings settings, CalendarStore calendars, WardClock clock) : IJob<RunTaskNight>
{
    public const string Name = "work.run_night";

    /// <summary>Tasks worked out at once; bounds the memory.</summary>
    private const int BatchSize = 500;

    public async Task RunAsync(RunTaskNight payload, JobRun run, CancellationToken cancel)
    {
        var today = clock.Today;
        await KeepYesterdayAsync(today.AddDays(-1), cancel);
        var due = await DueAsync(today, cancel);
        foreach (var (index, batch) in due.Chunk(BatchSize).Index())
        {
            await standings.RefreshAsync(batch, cancel);
            database.ChangeTracker.Clear();
            await run.ReportAsync(100 * (index + 1) * BatchSize / (due.Count + BatchSize), $"{due.Count} nhiệm vụ", cancel);
        }

        var calendar = await calendars.LoadAsync(cancel);
        if (calendar.IsWorkingDay(today))
        {
            await warnings.RunAsync(await WorkRules.LoadAsync(settings, cancel), calendar, today, cancel);
            await notes.WriteAsync(calendar, today, cancel);
            await database.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Those whose day has come, and those never worked out.</summary>
    private async Task<List<Guid>> DueAsync(DateOnly today, CancellationToken cancel)
    {
        var standing = database.Set<TaskStanding>();
        var changing = await standing.Where(row => row.NextChangeOn <= today).Select(row => row.TaskId).ToListAsync(cancel);
        var unknown = await database.Set<WorkTask>().Where(task => !standing.Any(row => row.TaskId == task.Id)).Select(task => task.Id)
            .ToListAsync(cancel);
        return [.. changing, .. unknown];
    }

    /// <summary>
    /// Before anything is worked out anew, the standings are those of the day that ended. Kept is what differs from the task's last
    /// snapshot: how it stood on a day is its newest snapshot up to that day.
    /// </summary>
    private Task<int> KeepYesterdayAsync(DateOnly yesterday, CancellationToken cancel) => database.Database.ExecuteSqlAsync($"""
        insert into work.standing_snapshot (ward_id, on_date, task_id, state, lead_unit_id)
        select task.ward_id, {yesterday}, task.id, standing.state, task.lead_unit_id
        from work.task_standing standing join work.work_task task on task.ward_id = standing.ward_id and task.id = standing.task_id
        left join lateral (
          select last.state, last.lead_unit_id from work.standing_snapshot last
          where last.ward_id = standing.ward_id and last.task_id = standing.task_id order by last.on_date desc limit 1) last on true
        where standing.ward_id = {database.WardId}
          and (last.state is distinct from standing.state or last.lead_unit_id is distinct from task.lead_unit_id)
        on conflict do nothing
        """, cancel);
}
