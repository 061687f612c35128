using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record ReopenTask(Guid TaskId, Guid EntryId, string Reason);

/// <summary>A closed task goes on, for a reason.</summary>
internal sealed class ReopenTaskHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(ReopenTask command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<TaskReopening>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.Closure is null)
        {
            return WorkRefusals.NotClosed;
        }

        if (!hand.Rights.MayAccept)
        {
            return WorkRefusals.NotYours;
        }

        desk.Add(new TaskReopening
        {
            Id = command.EntryId,
            TaskId = task.Id,
            ClosureId = hand.Closure.Id,
            Reason = command.Reason.Trim(),
        });
        await desk.PutBackAsync(task, new TaskReopened(task.AsSubject) { Reason = command.Reason }, cancel);
        return Outcome.Success;
    }
}
