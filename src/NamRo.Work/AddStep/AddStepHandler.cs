using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record AddStep(Guid TaskId, Guid EntryId, string Text, Guid? AssigneePersonId, DateOnly? DueOn);

/// <summary>Divides the work within the unit.</summary>
internal sealed class AddStepHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(AddStep command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<TaskStep>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MayReport) is { } refusal)
        {
            return refusal;
        }

        desk.Add(new TaskStep
        {
            Id = command.EntryId,
            TaskId = task.Id,
            Text = command.Text.Trim(),
            AssigneePersonId = command.AssigneePersonId,
            DueOn = command.DueOn,
        });
        await desk.PutBackAsync(task, new StepAdded(task.AsSubject, WorkTask.Shorten(command.Text.Trim())), cancel);
        return Outcome.Success;
    }
}
