using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record DecideExtension(Guid TaskId, Guid RequestId, Guid EntryId, bool IsGranted, DateOnly? GrantedDue, string? Reason);

/// <summary>A leader grants or refuses a later last day; never one's own request.</summary>
internal sealed class DecideExtensionHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(DecideExtension command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ExtensionDecision>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        var request = await desk.EntriesOf<ExtensionRequest>(task).SingleOrDefaultAsync(row => row.Id == command.RequestId, cancel);
        if (request is null)
        {
            return Outcome.Missing;
        }

        var decided = await desk.EntriesOf<ExtensionDecision>(task).FirstOrDefaultAsync(row => row.RequestId == request.Id, cancel);
        if (Refuse(hand, request, decided, command) is { } refusal)
        {
            return refusal;
        }

        var due = command.GrantedDue ?? request.NewDue;
        desk.Add(new ExtensionDecision
        {
            Id = command.EntryId,
            TaskId = task.Id,
            RequestId = request.Id,
            IsGranted = command.IsGranted,
            GrantedDue = command.IsGranted ? due : null,
            Reason = command.Reason?.Trim(),
        });
        if (command.IsGranted)
        {
            task.MoveDue(due);
        }

        WardEvent happened = command.IsGranted ? new ExtensionGranted(task.AsSubject, due) { Reason = command.Reason }
            : new ExtensionRefused(task.AsSubject) { Reason = command.Reason };
        await desk.PutBackAsync(task, happened, cancel);
        return Outcome.Success;
    }

    private static Refusal? Refuse(TaskInHand hand, ExtensionRequest request, ExtensionDecision? decided, DecideExtension command)
    {
        if (decided is not null)
        {
            return WorkRefusals.AlreadyDecided(decided);
        }

        if (request.AuthorId == hand.Me.AccountId)
        {
            return WorkRefusals.OwnRequest;
        }

        if (!command.IsGranted && string.IsNullOrWhiteSpace(command.Reason))
        {
            return WorkRefusals.NoReason;
        }

        return command.IsGranted && command.GrantedDue is { } due && due <= request.DueBefore
            ? WorkRefusals.NotAfter(request.DueBefore.Value) with { Field = "Input.GrantedDue" }
            : hand.RefuseUnless(hand.Rights.MayDecide);
    }
}
