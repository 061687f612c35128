using System.Collections.Concurrent;

namespace NamRo.Cockpit.CityView;

/// <summary>
/// A costly reading that many may look at: made once for all who ask within some seconds. While one request makes it anew the others
/// get the last, unless that is twice as old by now: then they wait.
/// </summary>
internal sealed class SharedReading<TKey, TValue>(TimeSpan fresh, TimeProvider time)
    where TKey : notnull
{
    /// <summary>As old or older nobody gets it; zero when nothing is shared.</summary>
    private readonly TimeSpan usable = 2 * fresh;

    private readonly ConcurrentDictionary<TKey, Slot> slots = new();

    /// <param name="key">Whom the reading is for: nothing may be in it that one of them must not see.</param>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read, CancellationToken cancel)
    {
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
