using NamRo.Kernel.Outcomes;
using NamRo.Work.Acts;
using NamRo.Work.Desk;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record SubmitProduct(Guid TaskId, Guid EntryId, string? Note, EvidenceInput Evidence);

/// <summary>Hands in the product with its evidence, to be accepted by another person.</summary>
internal sealed class SubmitProductHandler(TaskDesk desk, EvidenceBinder binder)
{
    public async Task<Outcome> HandleAsync(SubmitProduct command, CancellationToken cancel)
    {
        var hand = await desk.TakeAsync(command.TaskId, cancel);
        if (hand is null)
        {
            return Outcome.Missing;
        }

        var task = hand.Task;
        if (await desk.HasAsync<ProductSubmission>(command.EntryId, cancel))
        {
            return Outcome.Success;
        }

        if (hand.RefuseUnless(hand.Rights.MaySubmit) is { } refusal)
        {
            return refusal;
        }

        if (command.Evidence.IsEmpty)
        {
            return WorkRefusals.NoEvidence;
        }

        if (await desk.UndecidedProductAsync(task, cancel) is not null)
        {
            return WorkRefusals.UndecidedProduct;
        }

        var submission = new ProductSubmission { Id = command.EntryId, TaskId = task.Id, Note = command.Note?.Trim() };
        var bound = await binder.BindAsync(submission, command.Evidence, cancel);
        if (bound is not Outcome<int>.Done { Value: var count })
        {
            return ((Outcome<int>.Refused)bound).Refusal;
        }

        desk.Add(submission);
        await desk.PutBackAsync(task, new ProductSubmitted(task.AsSubject, count), cancel);
        return Outcome.Success;
    }
}
