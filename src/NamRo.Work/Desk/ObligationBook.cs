using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Domain;

namespace NamRo.Work.Desk;

/// <summary>Keeps what is due in step with the tasks' deadlines: adds what opens, moves or removes what is still to come.</summary>
internal sealed class ObligationBook(AppDb database, WardClock clock)
{
    /// <summary>
    /// Months after its period by which anything is due, whatever the ward's rules: what was answered before them cannot come up again.
    /// </summary>
    private const int LongestDelay = 3;

    /// <param name="tasks">Of the current ward.</param>
    /// <param name="schedules">The time of each, by key.</param>
    /// <param name="from">The day from which each is planned anew; the past stays.</param>
    /// <param name="rules">The ward's.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="cancel">Ends the read.</param>
    public async Task PlanAsync(IReadOnlyList<WorkTask> tasks, IReadOnlyDictionary<Guid, TaskSchedule> schedules, Func<Guid, DateOnly> from,
        ScheduleRules rules, WorkingCalendar calendar, CancellationToken cancel)
    {
        var ids = tasks.Select(task => task.Id).ToList();
        var recent = ids.Select(from).DefaultIfEmpty(clock.Today).Min().AddMonths(-LongestDelay);
        var kept = await database.Set<Obligation>().Where(row => ids.Contains(row.TaskId)
            && (row.FulfilledBy == null || row.Kind == ObligationKind.OneOff || row.PeriodTo >= recent)).ToListAsync(cancel);
        var ofTask = kept.ToLookup(row => row.TaskId);
        var today = clock.Today;
        foreach (var task in tasks)
        {
            var schedule = schedules[task.Id];
            var expected = ObligationPlanner.Expected(schedule, rules, calendar, from(task.Id), today);
            var changes = ObligationChanges.Between([.. ofTask[task.Id].Select(Kept)], expected, from(task.Id), schedule.EndsOn is null);
            Apply(task, changes, ofTask[task.Id].ToDictionary(row => row.Id));
        }
    }

    private static KeptObligation Kept(Obligation row) => new(row.Id, row.Kind, row.Period, row.DueOn, !row.IsOpen);

    private void Apply(WorkTask task, ObligationChanges changes, Dictionary<Guid, Obligation> kept)
    {
        database.AddRange(changes.Added.Select(expected => Obligation.Expect(Guid.CreateVersion7(clock.Now), task, expected)));
        foreach (var (id, to) in changes.Moved)
        {
            kept[id].Move(to);
        }

        database.RemoveRange(changes.Removed.Select(id => kept[id]));
        foreach (var open in kept.Values.Where(row => row.IsOpen && row.UnitId != task.LeadUnitId))
        {
            open.UnitId = task.LeadUnitId;
        }
    }
}
