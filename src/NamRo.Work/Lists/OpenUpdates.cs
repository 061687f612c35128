using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work.Lists;

/// <summary>A report that is due now from the user, with what was said last time.</summary>
internal sealed record OpenUpdate(Guid ObligationId, Guid TaskId, string? Number, string Text, string Title, DateOnly DueOn,
    TaskUpdate? Last);

/// <summary>
/// The reports that are due now from a person: of the tasks they carry out; of a head also those of the unit without a
/// person.
/// </summary>
internal sealed class OpenUpdates(AppDb database, CurrentPerson person, WardClock clock)
{
    /// <summary>More than anybody has to report in a month.</summary>
    public const int MostRows = 200;

    public async Task<List<OpenUpdate>> ReadAsync(CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var (today, now, units, people) = (clock.Today, clock.Now, me.UnitIds, me.PersonIds);
        var mine = database.Set<WorkTask>().AsNoTracking().Where(task =>
            (task.ResponsiblePersonId != null && people.Contains(task.ResponsiblePersonId.Value))
            || (task.ResponsiblePersonId == null && task.LeadUnitId != null && units.Contains(task.LeadUnitId.Value)));
        var due = await (from duty in database.Set<Obligation>().AsNoTracking()
                         join task in mine on duty.TaskId equals task.Id
                         where duty.FulfilledBy == null && duty.Kind != ObligationKind.OneOff && duty.OpensOn <= today
                             && (duty.LocksAt == null || duty.LocksAt > now)
                         orderby duty.DueOn, task.Ordinal, task.Id
                         select new { duty, task }).Take(MostRows).ToListAsync(cancel);
        var ids = due.Select(pair => pair.task.Id).Distinct().ToList();
        var updates = database.Set<TaskUpdate>().AsNoTracking().Where(row => row.RevokedAt == null);
        var keys = (await database.Set<WorkTask>().Where(task => ids.Contains(task.Id))
            .Select(task => updates.Where(row => row.TaskId == task.Id).OrderByDescending(row => row.At).Select(row => (Guid?)row.Id)
                .FirstOrDefault())
            .ToListAsync(cancel)).OfType<Guid>().ToList();
        var last = await updates.Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.TaskId, cancel);
        return due.ConvertAll(pair => new OpenUpdate(pair.duty.Id, pair.task.Id, pair.task.Number, pair.task.Text, pair.duty.Title,
            pair.duty.DueOn, last.GetValueOrDefault(pair.task.Id)));
    }
}
