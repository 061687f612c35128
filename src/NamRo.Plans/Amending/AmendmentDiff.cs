using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Amending;

/// <summary>What becomes of a former row that the new plan does not repeat.</summary>
internal enum Fate
{
    /// <summary>The row stands in the new plan.</summary>
    Repeated,

    Ends,

    /// <summary>The new plan only adjusts: the row stays in force.</summary>
    Stays,

    CarriedOver,
}

/// <summary>One line of the diff: rows of both plans, what differs, and whether a person has spoken.</summary>
/// <param name="DecidedBy">Null: as the comparison found it.</param>
internal sealed record DiffLine(int Ordinal, RowChange Change, Fate Fate, string? DecidedBy)
{
    /// <summary>Below it the same row is said so differently that a person has to look.</summary>
    private const double Certain = 0.6;

    /// <summary>A person must accept or override it before the whole is approved.</summary>
    public bool NeedsDecision => DecidedBy is null && Change.Kind switch
    {
        ChangeKind.Split or ChangeKind.Merged => true,
        ChangeKind.Changed => Change.Likeness < Certain,
        _ => false,
    };

    public IReadOnlyList<Guid> FormerIds => [.. Change.Former.Select(row => row.Id())];

    public IReadOnlyList<Guid> PresentIds => [.. Change.Present.Select(row => row.Id())];
}

/// <summary>A plan against the plan it amends.</summary>
internal sealed record AmendmentDiff(Amendment Amendment, PlanDocument Plan, PlanDocument Former, IReadOnlyList<DiffLine> Lines)
{
    public int Open => Lines.Count(line => line.NeedsDecision);

    public int Count(ChangeKind kind) => Lines.Count(line => line.Change.Kind == kind);

    public int Count(Fate fate) => Lines.Count(line => line.Fate == fate);
}
