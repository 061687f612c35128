using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record StartWaiting(Guid TaskId, Guid EntryId, string WaitsFor, DateOnly StartedOn, string? Note);

/// <summary>From a day on another body has the ball.</summary>
internal sealed class StartWaitingHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(StartWaiting command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<WaitingSpell>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MaySubmit) is { } refusal)
        {
            return refusal;
        }

        if (command.StartedOn > desk.Today)
        {
            return WorkRefusals.InTheFuture("Input.StartedOn");
        }

        if (await desk.EntriesOf<WaitingSpell>(task).AnyAsync(row => row.EndedOn == null, cancel))
        {
            return WorkRefusals.IsWaiting;
        }

        desk.Add(new WaitingSpell
        {
            Id = command.EntryId,
            TaskId = task.Id,
            WaitsFor = command.WaitsFor.Trim(),
            StartedOn = command.StartedOn,
            Note = command.Note?.Trim(),
        });
        await desk.PutBackAsync(task, new WaitingStarted(task.AsSubject, command.WaitsFor.Trim()), cancel);
        return Outcome.Success;
    }
}
