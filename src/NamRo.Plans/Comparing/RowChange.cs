namespace NamRo.Plans.Comparing;

/// <summary>What became of a row.</summary>
internal enum ChangeKind
{
    Unchanged,
    Changed,
    Added,
    Dropped,

    /// <summary>One former row goes on as several.</summary>
    Split,

    /// <summary>Several former rows go on as one.</summary>
    Merged,
}

/// <summary>Rows of the former plan and the rows of the new plan in which they go on.</summary>
/// <param name="Former">None for an added row, several for merged ones.</param>
/// <param name="Present">None for a dropped row, several for a split one.</param>
/// <param name="Fields">What differs, for a changed row.</param>
/// <param name="Likeness">0 to 1; 1 for rows that stand alone.</param>
/// <param name="Reasons">Why they are held to be the same, in Vietnamese, the strongest first.</param>
internal sealed record RowChange(ChangeKind Kind, IReadOnlyList<ComparedRow> Former, IReadOnlyList<ComparedRow> Present,
    IReadOnlyList<RowField> Fields, double Likeness, IReadOnlyList<string> Reasons);
