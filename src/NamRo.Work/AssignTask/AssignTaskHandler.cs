using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record AssignTask(Guid TaskId, Guid EntryId, int Seen, Guid LeadUnitId, Guid? ResponsiblePersonId, Guid? LeaderPersonId,
    IReadOnlyList<CoUnitShare> CoUnits, string? Note);

/// <summary>The part of a co-unit.</summary>
internal sealed record CoUnitShare(Guid UnitId, string? PartText, DateOnly? DueOn);

/// <summary>Gives the task to one lead unit, one responsible person, one leader, and to the co-units each their part.</summary>
internal sealed class AssignTaskHandler(AppDb database, TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(AssignTask command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<TaskAssignment>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MayAssign) is { } no)
        {
            return no;
        }

        if (task.Version != command.Seen)
        {
            return WorkRefusals.ChangedMeanwhile;
        }

        if (await RefuseAsync(hand, command, cancel) is { } refusal)
        {
            return refusal;
        }

        task.Assign(command.LeadUnitId, command.ResponsiblePersonId, command.LeaderPersonId);
        Share(task, command.CoUnits);
        desk.Add(new TaskAssignment
        {
            Id = command.EntryId,
            TaskId = task.Id,
            LeadUnitId = command.LeadUnitId,
            ResponsiblePersonId = command.ResponsiblePersonId,
            LeaderPersonId = command.LeaderPersonId,
            Note = command.Note?.Trim(),
        });
        await desk.PutBackAsync(task, new TaskAssigned(task.AsSubject, command.LeadUnitId, command.ResponsiblePersonId)
        {
            Reason = command.Note?.Trim(),
        }, cancel);
        return Outcome.Success;
    }

    private async Task<Refusal?> RefuseAsync(TaskInHand hand, AssignTask command, CancellationToken cancel)
    {
        if (command.LeadUnitId != hand.Task.LeadUnitId && !hand.Rights.MayMoveUnit)
        {
            return WorkRefusals.OnlyOwnUnit;
        }

        var units = command.CoUnits.Select(unit => unit.UnitId).Append(command.LeadUnitId).ToList();
        if (units.Distinct().Count() != units.Count)
        {
            return WorkRefusals.CoUnitTwice;
        }

        var today = desk.Today;
        var living = await database.Set<UnitRow>().Where(unit => units.Contains(unit.Id) && (unit.ValidTo == null || unit.ValidTo >= today))
            .CountAsync(cancel);
        if (living != units.Count)
        {
            return WorkRefusals.NoUnit;
        }

        return command.ResponsiblePersonId is { } person && !await database.Set<PersonRow>()
                .AnyAsync(row => row.Id == person && row.LeftOn == null && row.UnitId == command.LeadUnitId, cancel)
            ? WorkRefusals.PersonOfOtherUnit
            : null;
    }

    private static void Share(WorkTask task, IReadOnlyList<CoUnitShare> shares)
    {
        task.CoUnits.RemoveAll(unit => !shares.Any(share => share.UnitId == unit.UnitId));
        foreach (var share in shares)
        {
            var unit = task.CoUnits.Find(one => one.UnitId == share.UnitId);
            if (unit is null)
            {
                unit = new TaskCoUnit { TaskId = task.Id, UnitId = share.UnitId };
                task.CoUnits.Add(unit);
            }

            (unit.PartText, unit.DueOn) = (share.PartText?.Trim(), share.DueOn);
        }
    }
}
