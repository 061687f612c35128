using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record ConfirmReceipt(Guid TaskId, Guid EntryId);

/// <summary>The lead unit says that it has the task.</summary>
internal sealed class ConfirmReceiptHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(ConfirmReceipt command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<TaskReceipt>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MayReceive) is { } refusal)
        {
            return refusal;
        }

        var assigned = await desk.EntriesOf<TaskAssignment>(task).FirstOrDefaultAsync(cancel);
        var received = await desk.EntriesOf<TaskReceipt>(task).FirstOrDefaultAsync(cancel);
        if (received is not null && received.UnitId == task.LeadUnitId && (assigned is null || received.At > assigned.At))
        {
            return WorkRefusals.AlreadyReceived(received);
        }

        desk.Add(new TaskReceipt { Id = command.EntryId, TaskId = task.Id, UnitId = task.LeadUnitId!.Value });
        await desk.PutBackAsync(task, new TaskReceived(task.AsSubject), cancel);
        return Outcome.Success;
    }
}
