using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record AnswerExplanation(Guid TaskId, Guid RequestId, Guid EntryId, string Text);

/// <summary>The unit says why.</summary>
internal sealed class AnswerExplanationHandler(TaskDesk desk)
{
    public async Task<Outcome> HandleAsync(AnswerExplanation command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ExplanationAnswer>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (!await desk.EntriesOf<ExplanationRequest>(task).AnyAsync(row => row.Id == command.RequestId, cancel))
        {
            return Outcome.Missing;
        }

        if (await desk.EntriesOf<ExplanationAnswer>(task).FirstOrDefaultAsync(row => row.RequestId == command.RequestId, cancel)
            is { } answer)
        {
            return WorkRefusals.AlreadyAnswered(answer);
        }

        if (!hand.Rights.MayReport)
        {
            return WorkRefusals.NotYours;
        }

        desk.Add(new ExplanationAnswer
        {
            Id = command.EntryId,
            TaskId = task.Id,
            RequestId = command.RequestId,
            Text = command.Text.Trim(),
        });
        await desk.PutBackAsync(task, new ExplanationAnswered(task.AsSubject), cancel);
        return Outcome.Success;
    }
}
