namespace NamRo.Plans.Comparing;

/// <summary>A person's word: these two rows are the same; with one side null, that row stands alone.</summary>
internal sealed record RowPin(string? FormerKey, string? PresentKey)
{
    /// <summary>Rows that are linked through one another are one family.</summary>
    public static IReadOnlyList<RowFamily> Families(IReadOnlyList<RowPin> pins, IReadOnlyList<RowText> former,
        IReadOnlyList<RowText> present)
    {
        var families = new List<(HashSet<RowText> Former, HashSet<RowText> Present)>();
        foreach (var pin in pins)
        {
            var left = former.FirstOrDefault(row => pin.FormerKey is { } key && row.Row.Key == key);
            var right = present.FirstOrDefault(row => pin.PresentKey is { } key && row.Row.Key == key);
            if (left is null && right is null)
            {
                continue;
            }

            var joined = families.Where(family => (left is not null && family.Former.Contains(left))
                || (right is not null && family.Present.Contains(right))).ToList();
            joined.ForEach(family => families.Remove(family));
            var one = (Former: joined.SelectMany(family => family.Former).ToHashSet(),
                Present: joined.SelectMany(family => family.Present).ToHashSet());
            one.Former.UnionWith(left is null ? [] : [left]);
            one.Present.UnionWith(right is null ? [] : [right]);
            families.Add(one);
        }

        return [.. families.Select(family => new RowFamily([.. family.Former.OrderBy(row => row.Place)],
            [.. family.Present.OrderBy(row => row.Place)]))];
    }
}
