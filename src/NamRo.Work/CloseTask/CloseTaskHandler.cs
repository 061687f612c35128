using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record CloseTask(Guid TaskId, Guid EntryId, string? Reason);

/// <summary>Ends a task whose stated product exists.</summary>
internal sealed class CloseTaskHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(CloseTask command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<TaskClosure>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MayAccept) is { } refusal)
        {
            return refusal;
        }

        // A task without a stated product is told by its reports alone.
        var isProven = task.Output is null
            ? await desk.EntriesOf<TaskUpdate>(task).AnyAsync(cancel)
            : await desk.EntriesOf<ProductDecision>(task).AnyAsync(decision => decision.IsAccepted, cancel);
        if (!isProven)
        {
            return task.Output is null ? WorkRefusals.NothingReported : WorkRefusals.NoProduct;
        }

        desk.Add(new TaskClosure { Id = command.EntryId, TaskId = task.Id, Kind = ClosureKind.Done, Reason = command.Reason?.Trim() });
        await desk.PutBackAsync(task, new TaskClosed(task.AsSubject) { Reason = command.Reason }, cancel);
        return Outcome.Success;
    }
}
