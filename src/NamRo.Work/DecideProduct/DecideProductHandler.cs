using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Schedule;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

/// <param name="Closes">Whether an accepted product also ends the task.</param>
internal sealed record DecideProduct(Guid TaskId, Guid SubmissionId, Guid EntryId, bool IsAccepted, bool Closes, string? Reason);

/// <summary>Another person than who handed it in accepts the product or gives it back.</summary>
internal sealed class DecideProductHandler(AppDb database, TaskDesk desk, EventLog events)
{
    public async Task<Outcome> HandleAsync(DecideProduct command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ProductDecision>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        var submission = await desk.EntriesOf<ProductSubmission>(task).SingleOrDefaultAsync(row => row.Id == command.SubmissionId, cancel);
        if (submission is null)
        {
            return Outcome.Missing;
        }

        var decided = await desk.EntriesOf<ProductDecision>(task).FirstOrDefaultAsync(row => row.SubmissionId == submission.Id, cancel);
        if (Refuse(hand, submission, decided, command) is { } refusal)
        {
            return refusal;
        }

        await DecideAsync(task, submission, command, cancel);
        WardEvent happened = command.IsAccepted ? new ProductAccepted(task.AsSubject) { Reason = command.Reason }
            : new ProductReturned(task.AsSubject) { Reason = command.Reason };
        await desk.PutBackAsync(task, happened, cancel);
        return Outcome.Success;
    }

    private static Refusal? Refuse(TaskInHand hand, ProductSubmission submission, ProductDecision? decided, DecideProduct command)
    {
        if (decided is not null)
        {
            return WorkRefusals.AlreadyDecided(decided);
        }

        if (submission.AuthorId == hand.Me.AccountId)
        {
            return WorkRefusals.OwnProduct;
        }

        return !command.IsAccepted && string.IsNullOrWhiteSpace(command.Reason)
            ? WorkRefusals.NoReason
            : hand.RefuseUnless(hand.Rights.MayAccept);
    }

    private async Task DecideAsync(WorkTask task, ProductSubmission submission, DecideProduct command, CancellationToken cancel)
    {
        desk.Add(new ProductDecision
        {
            Id = command.EntryId,
            TaskId = task.Id,
            SubmissionId = submission.Id,
            IsAccepted = command.IsAccepted,
            Reason = command.Reason?.Trim(),
        });
        if (!command.IsAccepted)
        {
            return;
        }

        // What counts is the day on which the unit handed it in, not the day on which somebody looked at it.
        var owed = await database.Set<Obligation>()
            .FirstOrDefaultAsync(row => row.TaskId == task.Id && row.Kind == ObligationKind.OneOff && row.FulfilledBy == null, cancel);
        owed?.Fulfil(submission.Id, submission.At);
        if (command.Closes)
        {
            desk.Add(new TaskClosure { Id = Guid.CreateVersion7(desk.Author.Now), TaskId = task.Id, Kind = ClosureKind.Done });
            events.Record(new TaskClosed(task.AsSubject));
        }
    }
}
