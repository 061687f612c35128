using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Language;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record RecordCondition(Guid TaskId, Guid EntryId, DateOnly OccurredOn, string DocumentNumber, DateOnly DueOn);

/// <summary>The awaited act has come: the clock of a conditional task starts.</summary>
internal sealed class RecordConditionHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(RecordCondition command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ConditionEvent>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MaySubmit) is { } refusal)
        {
            return refusal;
        }

        if (task.DeadlineKind != DeadlineKind.Conditional || await desk.EntriesOf<ConditionEvent>(task).AnyAsync(cancel))
        {
            return WorkRefusals.NotConditional;
        }

        if (command.OccurredOn > desk.Today)
        {
            return WorkRefusals.InTheFuture("Input.OccurredOn");
        }

        desk.Add(new ConditionEvent
        {
            Id = command.EntryId,
            TaskId = task.Id,
            OccurredOn = command.OccurredOn,
            DocumentNumber = command.DocumentNumber.Trim(),
            DueOn = command.DueOn,
        });
        task.MoveDue(command.DueOn);
        await desk.PutBackAsync(task, new ConditionRecorded(task.AsSubject, command.OccurredOn, command.DocumentNumber), cancel);
        return Outcome.Success;
    }
}
