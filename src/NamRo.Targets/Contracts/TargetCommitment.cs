using NamRo.Kernel.Sources;
using NamRo.Language;

namespace NamRo.Targets.Contracts;

/// <summary>A target (chỉ tiêu) to which a published plan commits the ward.</summary>
/// <param name="Id">Key of the target, chosen by the publisher: publishing twice opens it once.</param>
/// <param name="PlanId">The plan it belongs to now.</param>
/// <param name="Ordinal">Its place in the plan, from 1.</param>
/// <param name="Text">The target, as the plan says it.</param>
public sealed record TargetCommitment(Guid Id, Guid PlanId, int Ordinal, string Text)
{
    /// <summary>What people call the plan.</summary>
    public required string PlanTitle { get; init; }

    /// <summary>Numbers of the sections above and of the item, such as "I.2.II.13".</summary>
    public string? Section { get; init; }

    public Comparator Comparator { get; init; } = Comparator.None;

    /// <summary>The promised value; the lower bound of a range.</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper bound, for ranges only.</summary>
    public decimal? UpperValue { get; init; }

    /// <summary>"%" or the counted thing, such as "sáng kiến".</summary>
    public string? MeasureUnit { get; init; }

    public decimal? Baseline { get; init; }

    /// <summary>The baseline as written (may be prose).</summary>
    public string? BaselineText { get; init; }

    /// <summary>First year or period the plan names, such as "2026"; null: not stated.</summary>
    public string? PeriodFrom { get; init; }

    /// <summary>Last year or period, such as "2030"; null: open or not stated.</summary>
    public string? PeriodTo { get; init; }

    /// <summary>The unit that measures and answers for it; null: not known yet.</summary>
    public Guid? LeadUnitId { get; init; }

    /// <summary>First day on which it counts: the plan's day of issue, else the day of publishing.</summary>
    public required DateOnly StartsOn { get; init; }

    public SourceLink Source { get; init; } = SourceLink.None;
}
