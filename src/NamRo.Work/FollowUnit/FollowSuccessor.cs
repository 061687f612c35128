using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Work.Contracts;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work.FollowUnit;

/// <summary>
/// Open tasks of a unit that was rearranged go to its successor. Where it was split a person must decide: until then they have no lead
/// unit, and say so.
/// </summary>
internal sealed class FollowSuccessor(AppDb database, EventLog events, StandingBook standings) : ISubscriber<UnitSucceeded>
{
    public async Task ReceiveAsync(UnitSucceeded happened, Guid eventId, CancellationToken cancel)
    {
        var former = happened.Subject.Id;
        Guid? successor = happened.SuccessorIds.Count == 1 ? happened.SuccessorIds[0] : null;
        var over = database.Set<TaskStanding>().Where(row => row.NextChangeOn == null && row.NextDue == null && row.HolderUnitId == null);
        var tasks = await database.Set<WorkTask>().Include(task => task.CoUnits).Where(task => task.LeadUnitId == former)
            .Where(task => !over.Any(row => row.TaskId == task.Id)).ToListAsync(cancel);
        foreach (var task in tasks)
        {
            task.MoveUnit(successor);
            events.Record(new TaskUnitSucceeded(task.AsSubject, former, successor));
        }

        await database.SaveChangesAsync(cancel);
        await standings.RefreshAsync([.. tasks.Select(task => task.Id)], cancel);
    }
}
