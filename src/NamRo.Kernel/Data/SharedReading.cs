using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace NamRo.Kernel.Data;

/// <summary>How long a shared reading serves; section <c>Sharing</c> of the configuration.</summary>
public sealed class SharingOptions
{
    /// <summary>Zero: each reads for themselves.</summary>
    public double Seconds { get; set; } = 2;
}

/// <summary>
/// A costly reading that many may look at: made once for all who ask within some seconds. While one request makes it anew the others
/// get the last, unless that is twice as old by now: then they wait.
/// </summary>
public sealed class SharedReading<TKey, TValue>(IOptions<SharingOptions> options, TimeProvider time)
    where TKey : notnull
{
    private readonly TimeSpan fresh = TimeSpan.FromSeconds(options.Value.Seconds);

    /// <summary>As old or older nobody gets it; zero when nothing is shared.</summary>
    private readonly TimeSpan usable = TimeSpan.FromSeconds(2 * options.Value.Seconds);

    private readonly ConcurrentDictionary<TKey, Slot> slots = new();

    /// <param name="key">Whom the reading is for: nothing may be in it that one of them must not see.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancel">Ends the wait and the reading.</param>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        var slot = slots.GetOrAdd(key, _ => new Slot());
        if (slot.Last is { } last && Age(last) < fresh)
        {
            return last.Value;
        }

        var mayWait = slot.Last is not { } old || Age(old) >= usable;
        if (!await slot.Turn.WaitAsync(mayWait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancel))
        {
            return slot.Last!.Value;
        }

        try
        {
            if (slot.Last is { } made && Age(made) < fresh)
            {
                return made.Value;
            }

            // As old as its beginning: what changed meanwhile may be missing.
            var now = time.GetUtcNow();
            slot.Last = new Reading(await read(), now);
            return slot.Last.Value;
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    private TimeSpan Age(Reading reading) => time.GetUtcNow() - reading.At;

    private sealed record Reading(TValue Value, DateTimeOffset At);

    private sealed class Slot
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public Reading? Last { get; set; }
    }
}
