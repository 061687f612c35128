namespace NamRo.Plans.Comparing;

/// <summary>Rows of the former plan and the rows in which they go on; either side may be empty.</summary>
internal sealed record RowFamily(IReadOnlyList<RowText> Former, IReadOnlyList<RowText> Present)
{
    /// <summary>Where it stands: as the new plan has it, dropped rows where they were.</summary>
    public double Place => Present.Count > 0 ? Present[0].Place : Former[0].Place;

    public bool IsPair => Former.Count == 1 && Present.Count == 1;

    public bool IsLoose => Former.Count + Present.Count == 1;
}

/// <summary>
/// Looks, once rows are paired, for rows left over that are a part of a pair's other row: a row was split, or several were merged.
/// </summary>
internal sealed class RowFamilies(IReadOnlyList<RowText> lefts, IReadOnlyList<RowText> rights, Containment containment,
    RowLikeness likeness)
{
    /// <summary>So much of the part must stand in the whole row and in none of its other parts.</summary>
    private const double OwnShare = 0.3;

    /// <summary>So much of the whole row must be said by this part alone.</summary>
    private const double LeastGain = 0.03;

    /// <summary>Pairs whose words are less alike are looked at again.</summary>
    private const double Weak = 0.6;

    private readonly Dictionary<RowText, RowFamily> familyOf = [];
    private readonly HashSet<RowFamily> closed = [];

    /// <param name="pinned">What people have decided: nothing joins or leaves.</param>
    public IReadOnlyList<RowFamily> Gather(IReadOnlyList<Candidate> pairs, IReadOnlyList<RowFamily> pinned)
    {
        foreach (var family in pinned)
        {
            Keep(family);
            closed.Add(family);
        }

        foreach (var pair in pairs)
        {
            Keep(new([lefts[pair.Left]], [rights[pair.Right]]));
        }

        foreach (var row in lefts.Where(row => !familyOf.ContainsKey(row)))
        {
            Keep(new([row], []));
        }

        foreach (var row in rights.Where(row => !familyOf.ContainsKey(row)))
        {
            Keep(new([], [row]));
        }

        DissolveWeakPairs();
        while (familyOf.Values.Where(family => family.IsLoose && !closed.Contains(family)).SelectMany(Joins)
            .MaxBy(join => join.Gain) is { } join)
        {
            Keep(new([.. join.Whole.Former.Concat(join.Part.Former).OrderBy(row => row.Place)],
                [.. join.Whole.Present.Concat(join.Part.Present).OrderBy(row => row.Place)]));
        }

        return [.. familyOf.Values.Distinct()];
    }

    private void Keep(RowFamily family)
    {
        foreach (var row in family.Former.Concat(family.Present))
        {
            familyOf[row] = family;
        }
    }

    /// <summary>A weak pair parts when its rows say more as parts of other rows than to each other.</summary>
    private void DissolveWeakPairs()
    {
        var weak = familyOf.Values.Distinct().Where(family => family.IsPair && !closed.Contains(family))
            .Select(family => (Family: family, likeness.Of(family.Former[0], family.Present[0]).Words))
            .Where(pair => pair.Words < Weak).OrderBy(pair => pair.Words).Select(pair => pair.Family).ToList();
        foreach (var pair in weak)
        {
            var (left, right) = (pair.Former[0], pair.Present[0]);
            var (former, present) = (new RowFamily([left], []), new RowFamily([], [right]));
            var together = likeness.Cover(left.Wording, right.Wording.Features) + likeness.Cover(right.Wording, left.Wording.Features);
            if (BestWorth(former, pair) + BestWorth(present, pair) > together)
            {
                Keep(former);
                Keep(present);
            }
        }
    }

    private double BestWorth(RowFamily part, RowFamily exceptFor) => Joins(part).Where(join => join.Whole != exceptFor)
        .Select(join => join.Gain + join.Held).DefaultIfEmpty().Max();

    /// <summary>A loose new row may be a part of one former row (split), a loose former row of one new row (merge).</summary>
    private IEnumerable<Join> Joins(RowFamily part) => part.Present.Count == 1
        ? containment.InFormer(part.Present[0]).Select(whole => Try(familyOf[whole.Row], part, whole, part.Present[0],
            family => family.Former, family => family.Present)).OfType<Join>()
        : containment.InPresent(part.Former[0]).Select(whole => Try(familyOf[whole.Row], part, whole, part.Former[0],
            family => family.Present, family => family.Former)).OfType<Join>();

    private Join? Try(RowFamily family, RowFamily loose, (RowText Row, double Held) whole, RowText part,
        Func<RowFamily, IReadOnlyList<RowText>> sideOfWhole, Func<RowFamily, IReadOnlyList<RowText>> sideOfParts)
    {
        var others = sideOfParts(family);
        if (sideOfWhole(family).Count != 1 || others.Count == 0 || closed.Contains(family))
        {
            return null;
        }

        var said = others.SelectMany(row => row.Wording.Features).ToHashSet(StringComparer.Ordinal);
        var unsaid = whole.Row.Wording.Features.Where(feature => !said.Contains(feature)).ToHashSet(StringComparer.Ordinal);
        unsaid.IntersectWith(part.Wording.Features);
        var gain = likeness.Cover(whole.Row.Wording, unsaid);
        return gain >= LeastGain && likeness.Cover(part.Wording, unsaid) >= OwnShare ? new(family, loose, gain, whole.Held) : null;
    }

    /// <param name="Gain">Share of the whole row that only this part says.</param>
    /// <param name="Held">Share of the part that stands in the whole row.</param>
    private sealed record Join(RowFamily Whole, RowFamily Part, double Gain, double Held);
}
