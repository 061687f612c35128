using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;

namespace NamRo.Kernel.Events;

/// <summary>What a check of a ward's chain found.</summary>
/// <param name="Checked">Links read.</param>
/// <param name="BrokenAt">Sequence of the first link that is missing or changed; null when the chain is whole.</param>
/// <param name="Head">Hash of the last link, to be kept outside (printed, signed, sent to the city) as an anchor.</param>
public sealed record ChainReport(long Checked, long? BrokenAt, byte[] Head)
{
    public bool IsWhole => BrokenAt is null;
}

/// <summary>Reads the current ward's chain from its beginning and recomputes every hash.</summary>
public sealed class EventVerifier(AppDb database)
{
    /// <summary>Must run in a transaction, like every read. Streams: memory does not grow with the chain.</summary>
    public async Task<ChainReport> VerifyAsync(CancellationToken cancel)
    {
        var previous = EventHash.Beginning;
        var sequence = 0L;
        var links = database.Set<LoggedEvent>().AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable();
        await foreach (var link in links.WithCancellation(cancel))
        {
            var isNext = link.Sequence == sequence + 1 && link.PreviousHash.AsSpan().SequenceEqual(previous);
            if (!isNext || !EventHash.Of(link).AsSpan().SequenceEqual(link.Hash))
            {
                return new ChainReport(sequence, sequence + 1, previous);
            }

            (sequence, previous) = (link.Sequence, link.Hash);
        }

        var head = await database.Database
            .SqlQuery<long>($"select sequence as \"Value\" from kernel.event_chain where ward_id = {database.WardId}")
            .SingleOrDefaultAsync(cancel);
        return new ChainReport(sequence, head > sequence ? sequence + 1 : null, previous);
    }
}
