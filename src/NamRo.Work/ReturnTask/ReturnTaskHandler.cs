using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record ReturnTask(Guid TaskId, Guid EntryId, string Reason);

/// <summary>The lead unit gives the task back to whoever assigns.</summary>
internal sealed class ReturnTaskHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(ReturnTask command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<TaskReturn>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MayReceive && task.LeadUnitId is not null) is { } refusal)
        {
            return refusal;
        }

        desk.Add(new TaskReturn
        {
            Id = command.EntryId,
            TaskId = task.Id,
            UnitId = task.LeadUnitId!.Value,
            Reason = command.Reason.Trim()
        });
        await desk.PutBackAsync(task, new TaskReturned(task.AsSubject) { Reason = command.Reason }, cancel);
        return Outcome.Success;
    }
}
