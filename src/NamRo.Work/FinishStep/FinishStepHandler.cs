using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record FinishStep(Guid TaskId, Guid StepId);

internal sealed record TakeUpStep(Guid TaskId, Guid StepId);

/// <summary>A step is done, or was called done by mistake.</summary>
internal sealed class FinishStepHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(FinishStep command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        var step = hand is null ? null
            : await desk.EntriesOf<TaskStep>(hand.Task).SingleOrDefaultAsync(row => row.Id == command.StepId, cancel);
        if (hand is null || step is null)
        {
            return Outcome.Missing;
        }

        if (hand.RefuseUnless(hand.Rights.MayReport) is { } refusal)
        {
            return refusal;
        }

        if (step.DoneAt is not null)
        {
            return WorkRefusals.StepIsDone;
        }

        step.Finish(desk.Author);
        await desk.PutBackAsync(hand.Task, new StepFinished(hand.Task.AsSubject, WorkTask.Shorten(step.Text)), cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(TakeUpStep command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        var step = hand is null ? null
            : await desk.EntriesOf<TaskStep>(hand.Task).SingleOrDefaultAsync(row => row.Id == command.StepId, cancel);
        if (hand is null || step is null)
        {
            return Outcome.Missing;
        }

        if (hand.RefuseUnless(hand.Rights.MayReport) is { } refusal)
        {
            return refusal;
        }

        if (step.DoneAt is not null)
        {
            step.TakeUpAgain();
            await desk.PutBackAsync(hand.Task, new StepTakenUp(hand.Task.AsSubject, WorkTask.Shorten(step.Text)), cancel);
        }

        return Outcome.Success;
    }
}
