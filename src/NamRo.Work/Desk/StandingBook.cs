using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Schedule;
using NamRo.Work.Domain;
using NamRo.Work.Settings;
using NamRo.Work.Standing;

namespace NamRo.Work.Desk;

/// <summary>Works out anew what is due for some tasks and how they stand, from their entries.</summary>
internal sealed class StandingBook(AppDb database, CalendarStore calendars, ObligationBook obligations, StandingFactsReader facts,
    WardSettings settings, WardClock clock)
{
    /// <summary>After a write, in its transaction. The entries must be saved.</summary>
    public async Task RefreshAsync(IReadOnlyList<Guid> taskIds, CancellationToken cancel)
    {
        var tasks = await database.Set<WorkTask>().Where(task => taskIds.Contains(task.Id)).ToListAsync(cancel);
        var calendar = await calendars.LoadAsync(cancel);
        var schedules = await SchedulesAsync(tasks, cancel);
        var rules = await WorkRules.LoadAsync(settings, cancel);
        var kept = await database.Set<TaskStanding>().Where(row => taskIds.Contains(row.TaskId))
            .ToDictionaryAsync(row => row.TaskId, cancel);
        await obligations.PlanAsync(tasks, schedules, id => PlanFrom(kept.GetValueOrDefault(id)), rules.Standing.Schedule, calendar,
            cancel);
        await database.SaveChangesAsync(cancel);
        var rule = new StandingRule(rules.Standing, calendar);
        var results = (await facts.ReadAsync(tasks, schedules, cancel))
            .ToDictionary(pair => pair.Key, pair => rule.Of(pair.Value, clock.Today));
        Keep(results, kept);
        await HandOverAsync(results, cancel);
        await database.SaveChangesAsync(cancel);
    }

    /// <summary>Today, or the day on which it should have been worked out while no worker ran: what opened meanwhile is asked.</summary>
    private DateOnly PlanFrom(TaskStanding? kept) => kept?.NextChangeOn is { } day && day < clock.Today ? day : clock.Today;

    private void Keep(Dictionary<Guid, StandingResult> results, Dictionary<Guid, TaskStanding> kept)
    {
        foreach (var (id, result) in results)
        {
            if (!kept.TryGetValue(id, out var row))
            {
                database.Add(row = new TaskStanding { TaskId = id });
            }

            (row.State, row.Reason, row.Since) = (result.State.ToString(), result.Reason, result.Since);
            (row.HolderUnitId, row.HolderPersonId) = (result.Holder.UnitId, result.Holder.PersonId);
            (row.NextDue, row.NextChangeOn) = (result.NextDue, result.NextChangeOn);
        }
    }

    /// <summary>When the ball goes to somebody else, one stretch ends and another begins.</summary>
    private async Task HandOverAsync(Dictionary<Guid, StandingResult> results, CancellationToken cancel)
    {
        var running = await database.Set<HolderSegment>().Where(row => results.Keys.Contains(row.TaskId) && row.EndedAt == null)
            .ToDictionaryAsync(row => row.TaskId, cancel);
        foreach (var (id, result) in results)
        {
            var (holder, segment) = (result.Holder, running.GetValueOrDefault(id));
            if (segment is not null && holder == new StandingHolder(segment.UnitId, segment.PersonId, segment.Outside))
            {
                continue;
            }

            segment?.EndedAt = clock.Now;
            if (holder is not (null, null, null))
            {
                database.Add(new HolderSegment
                {
                    Id = Guid.CreateVersion7(clock.Now),
                    TaskId = id,
                    UnitId = holder.UnitId,
                    PersonId = holder.PersonId,
                    Outside = holder.Outside,
                    Duty = result.State.ToString(),
                    StartedAt = clock.Now,
                });
            }
        }
    }

    private async Task<Dictionary<Guid, TaskSchedule>> SchedulesAsync(List<WorkTask> tasks, CancellationToken cancel)
    {
        var ids = tasks.ConvertAll(task => task.Id);
        var closures = await database.Set<TaskClosure>().AsNoTracking().Where(row => ids.Contains(row.TaskId) && row.RevokedAt == null)
            .Where(row => !database.Set<TaskReopening>().Any(again => again.ClosureId == row.Id && again.RevokedAt == null))
            .ToListAsync(cancel);
        var conditions = await database.Set<ConditionEvent>().AsNoTracking()
            .Where(row => ids.Contains(row.TaskId) && row.RevokedAt == null).ToListAsync(cancel);
        return tasks.ToDictionary(task => task.Id, task => ScheduleOf(task, closures.FindLast(row => row.TaskId == task.Id),
            conditions.FindLast(row => row.TaskId == task.Id)));
    }

    private static TaskSchedule ScheduleOf(WorkTask task, TaskClosure? closure, ConditionEvent? condition) =>
        new(task.DeadlineKind == DeadlineKind.Conditional ? task.Deadline : task.Deadline with { Due = task.DueNow }, task.StartsOn)
        {
            EndsOn = closure is null ? null : WardClock.DateOf(closure.At),
            ConditionMetOn = condition?.OccurredOn,
            DueAfterCondition = condition is null ? null : task.DueNow ?? condition.DueOn,
        };
}
