using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record RequestExtension(Guid TaskId, Guid EntryId, DateOnly NewDue, DelayCause Cause, string Reason, string? WaitsFor);

/// <summary>The unit asks for a later last day.</summary>
internal sealed class RequestExtensionHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(RequestExtension command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ExtensionRequest>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MaySubmit) is { } refusal)
        {
            return refusal;
        }

        if (task.DueNow is not { } due)
        {
            return WorkRefusals.NoDueToExtend;
        }

        if (command.NewDue <= due)
        {
            return WorkRefusals.NotAfter(due);
        }

        if (await desk.UndecidedExtensionAsync(task, cancel) is not null)
        {
            return WorkRefusals.UndecidedRequest;
        }

        desk.Add(new ExtensionRequest
        {
            Id = command.EntryId,
            TaskId = task.Id,
            DueBefore = due,
            NewDue = command.NewDue,
            Cause = command.Cause,
            Reason = command.Reason.Trim(),
            WaitsFor = command.WaitsFor?.Trim(),
        });
        await desk.PutBackAsync(task, new ExtensionRequested(task.AsSubject, command.NewDue) { Reason = command.Reason }, cancel);
        return Outcome.Success;
    }
}
