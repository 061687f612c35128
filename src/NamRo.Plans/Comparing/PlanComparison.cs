using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Comparing;

/// <summary>
/// Finds out what became of each row of a plan in the plan that adjusts or replaces it: by the meaning of the words, not by the number.
/// Pure; the same two lists the other way round give the same pairs.
/// </summary>
internal static class PlanComparison
{
    /// <summary>Below it two rows are not the same row.</summary>
    private const double LeastLikeness = 0.34;

    /// <summary>Below it the words say too little, whatever stands beside them.</summary>
    private const double LeastWords = 0.2;

    /// <param name="pins">What people have decided; the comparison goes by it and looks only at the rest.</param>
    public static IReadOnlyList<RowChange> Compare(IReadOnlyList<ComparedRow> former, IReadOnlyList<ComparedRow> present,
        IReadOnlyList<RowPin>? pins = null) =>
        [.. Enum.GetValues<RowKind>().SelectMany(kind => CompareKind(
            [.. former.Where(row => row.Kind == kind)], [.. present.Where(row => row.Kind == kind)], pins ?? []))];

    private static IEnumerable<RowChange> CompareKind(IReadOnlyList<ComparedRow> former, IReadOnlyList<ComparedRow> present,
        IReadOnlyList<RowPin> pins)
    {
        var (lefts, rights) = (RowText.Of(former), RowText.Of(present));
        var weights = new WordWeights(lefts.Concat(rights).Select(row => row.Wording));
        var likeness = new RowLikeness(weights);
        var (leftIndex, rightIndex) = (new FeatureIndex(lefts, weights), new FeatureIndex(rights, weights));
        var pinned = RowPin.Families(pins, lefts, rights);
        var decided = pinned.SelectMany(family => family.Former.Concat(family.Present)).ToHashSet();
        var candidates = Candidates(lefts, rights, rightIndex, likeness)
            .Where(pair => !decided.Contains(lefts[pair.Left]) && !decided.Contains(rights[pair.Right])).ToList();
        var families = new RowFamilies(lefts, rights, new Containment(lefts, rights, leftIndex, rightIndex, likeness), likeness)
            .Gather(Assignment.Best(candidates), pinned);
        return families.OrderBy(family => family.Place).Select(family => Change(family, likeness, weights));
    }

    private static List<Candidate> Candidates(IReadOnlyList<RowText> lefts, IReadOnlyList<RowText> rights, FeatureIndex index,
        RowLikeness likeness)
    {
        // A row that says the same and is the only one on either side has found its own: of two plans of thousands of rows few are left.
        var repeated = Repeated(lefts, rights);
        var taken = repeated.Values.ToHashSet();
        var candidates = repeated.Select(pair => new Candidate(pair.Key, pair.Value, 1)).ToList();
        for (var left = 0; left < lefts.Count; left++)
        {
            if (repeated.ContainsKey(left))
            {
                continue;
            }

            var shared = index.SharedWith(lefts[left].Wording);
            for (var right = 0; right < rights.Count; right++)
            {
                // What stands beside the text adds little, so most pairs are out by their words alone.
                if (shared[right] > 0 && !taken.Contains(right) && likeness.Words(lefts[left], rights[right], shared[right]) >= LeastWords
                    && likeness.Of(lefts[left], rights[right], shared[right]) is { Whole: >= LeastLikeness } found)
                {
                    candidates.Add(new(left, right, found.Whole - LeastLikeness));
                }
            }
        }

        return candidates;
    }

    private static Dictionary<int, int> Repeated(IReadOnlyList<RowText> lefts, IReadOnlyList<RowText> rights)
    {
        var (former, present) = (Alone(lefts), Alone(rights));
        return former.Where(row => present.ContainsKey(row.Key)).ToDictionary(row => row.Value, row => present[row.Key]);

        static Dictionary<string, int> Alone(IReadOnlyList<RowText> rows) => Enumerable.Range(0, rows.Count)
            .GroupBy(at => VietnameseText.Fold(rows[at].Row.Text), StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    private static RowChange Change(RowFamily family, RowLikeness likeness, WordWeights weights)
    {
        ComparedRow[] former = [.. family.Former.Select(row => row.Row)];
        ComparedRow[] present = [.. family.Present.Select(row => row.Row)];
        if (former.Length == 0 || present.Length == 0)
        {
            return new(former.Length == 0 ? ChangeKind.Added : ChangeKind.Dropped, former, present, [], 1, []);
        }

        var found = family.Former.SelectMany(left => family.Present.Select(right => likeness.Of(left, right).Words)).Average();
        var reasons = MatchReasons.Of(family.Former[0], family.Present[0], weights);
        if (former.Length > 1 || present.Length > 1)
        {
            return new(former.Length > 1 ? ChangeKind.Merged : ChangeKind.Split, former, present, [], found, reasons);
        }

        var fields = FieldComparison.Differences(former[0], present[0]);
        return new(fields.Count == 0 ? ChangeKind.Unchanged : ChangeKind.Changed, former, present, fields, found, reasons);
    }
}
