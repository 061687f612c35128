namespace NamRo.Plans.Comparing;

/// <summary>Finds the rows of the other plan in which most of a row's words stand.</summary>
internal sealed class Containment(IReadOnlyList<RowText> lefts, IReadOnlyList<RowText> rights, FeatureIndex leftIndex,
    FeatureIndex rightIndex, RowLikeness likeness)
{
    /// <summary>So much of a part must stand in the whole row.</summary>
    private const double PartInWhole = 0.5;

    private readonly Dictionary<RowText, IReadOnlyList<(RowText Row, double Held)>> found = [];

    public IReadOnlyList<(RowText Row, double Held)> InFormer(RowText present) => Find(present, lefts, leftIndex);

    public IReadOnlyList<(RowText Row, double Held)> InPresent(RowText former) => Find(former, rights, rightIndex);

    private IReadOnlyList<(RowText Row, double Held)> Find(RowText part, IReadOnlyList<RowText> rows, FeatureIndex index)
    {
        if (!found.TryGetValue(part, out var wholes))
        {
            var total = likeness.Total(part.Wording);
            var shared = index.SharedWith(part.Wording);
            found[part] = wholes = total == 0
                ? []
                : [.. rows.Select((row, at) => (row, Held: shared[at] / total)).Where(whole => whole.Held >= PartInWhole)];
        }

        return wholes;
    }
}
