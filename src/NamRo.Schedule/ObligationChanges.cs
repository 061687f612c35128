namespace NamRo.Schedule;

/// <summary>An obligation as it is kept.</summary>
public sealed record KeptObligation(Guid Id, ObligationKind Kind, DateSpan Period, DateOnly DueOn, bool IsFulfilled);

/// <summary>What to do so that the kept obligations are those expected.</summary>
/// <param name="Added">To be added.</param>
/// <param name="Moved">Same obligation, other days.</param>
/// <param name="Removed">Not asked for any more.</param>
public sealed record ObligationChanges(IReadOnlyList<ExpectedObligation> Added, IReadOnlyList<(Guid Id, ExpectedObligation To)> Moved,
    IReadOnlyList<Guid> Removed)
{
    /// <summary>
    /// Compares kept with expected. The past stays: what is fulfilled, or was due before <paramref name="from"/>, is neither moved nor
    /// removed. Only the product's own deadline moves while it is owed, also after its day has passed.
    /// </summary>
    /// <param name="kept">All of the task.</param>
    /// <param name="expected">From <see cref="ObligationPlanner.Expected"/> with the same <paramref name="from"/>.</param>
    /// <param name="isOpen">Whether the task is open: the product of a closed one is not owed any more.</param>
    public static ObligationChanges Between(IReadOnlyList<KeptObligation> kept, IReadOnlyList<ExpectedObligation> expected, DateOnly from,
        bool isOpen = true)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(expected);
        var wanted = expected.Where(item => isOpen || item.Kind != ObligationKind.OneOff).ToDictionary(Key);
        var added = wanted.Keys.Except(kept.Select(Key)).Select(key => wanted[key]).ToList();
        var moved = new List<(Guid, ExpectedObligation)>();
        var removed = new List<Guid>();
        foreach (var item in kept.Where(item => !item.IsFulfilled && (item.Kind == ObligationKind.OneOff || item.DueOn >= from)))
        {
            if (!wanted.TryGetValue(Key(item), out var target))
            {
                removed.Add(item.Id);
            }
            else if (target.DueOn != item.DueOn || target.Period != item.Period)
            {
                moved.Add((item.Id, target));
            }
        }

        return new ObligationChanges(added, moved, removed);
    }

    private static (ObligationKind, DateOnly) Key(ExpectedObligation item) => Key(item.Kind, item.Period);

    private static (ObligationKind, DateOnly) Key(KeptObligation item) => Key(item.Kind, item.Period);

    private static (ObligationKind, DateOnly) Key(ObligationKind kind, DateSpan period) =>
        (kind, kind == ObligationKind.OneOff ? DateOnly.MinValue : period.From);
}
