using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Work.Domain;

namespace NamRo.Work;

/// <summary>Why one of several reports was refused.</summary>
/// <param name="EntryId">Of the report.</param>
internal sealed record RefusedUpdate(Guid EntryId, Refusal Refusal);

/// <summary>Writes several reports at once: all of them, or none while one is refused.</summary>
internal sealed class BulkUpdateHandler(AppDb database, WriteUpdateHandler writer)
{
    private const string Savepoint = "bulk_update";

    public async Task<IReadOnlyList<RefusedUpdate>> HandleAsync(IEnumerable<WriteUpdate> updates, CancellationToken cancel)
    {
        var transaction = database.Database.CurrentTransaction ?? throw new InvalidOperationException("Several writes need a transaction.");
        await transaction.CreateSavepointAsync(Savepoint, cancel);
        var refused = new List<RefusedUpdate>();
        // Always in the same order, so that two people who save at once never wait for each other.
        foreach (var update in updates.OrderBy(update => update.TaskId).ThenBy(update => update.ObligationId))
        {
            switch (await writer.HandleAsync(update, cancel))
            {
                case Outcome.Refused no:
                    refused.Add(new RefusedUpdate(update.EntryId, no.Refusal));
                    break;
                case Outcome.NotFound:
                    refused.Add(new RefusedUpdate(update.EntryId, WorkRefusals.NotYours));
                    break;
            }
        }

        if (refused.Count > 0)
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancel);
            database.ChangeTracker.Clear();
        }

        return refused;
    }
}
