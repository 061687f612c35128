using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record AskExplanation(Guid TaskId, Guid EntryId, string Question, DateOnly DueOn);

/// <summary>A leader wants to know why, by a day.</summary>
internal sealed class AskExplanationHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(AskExplanation command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ExplanationRequest>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (command.DueOn < desk.Today)
        {
            return WorkRefusals.NotInPast;
        }

        // Also of a closed task one may ask why.
        if (!hand.Rights.MayDecide)
        {
            return WorkRefusals.NotYours;
        }

        desk.Add(new ExplanationRequest
        {
            Id = command.EntryId,
            TaskId = task.Id,
            Question = command.Question.Trim(),
            DueOn = command.DueOn
        });
        await desk.PutBackAsync(task, new ExplanationAsked(task.AsSubject, command.DueOn), cancel);
        return Outcome.Success;
    }
}
