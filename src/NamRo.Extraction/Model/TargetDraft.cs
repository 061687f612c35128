using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Where a target stands in the plan.</summary>
public enum TargetOrigin
{
    /// <summary>An item of an objective section.</summary>
    Objective,

    /// <summary>A row of an indicator table.</summary>
    Table,

    /// <summary>A task's row that is also an indicator.</summary>
    Task,
}

/// <summary>A period in years as the plan states it; either end may be open.</summary>
public sealed record TargetPeriod(string? From, string? To);

/// <summary>Chỉ tiêu: one measured (or stated) promise.</summary>
/// <param name="Text">The whole clause, verbatim after white space is folded.</param>
public sealed record TargetDraft(string Text, TargetOrigin Origin, SourceQuote Source)
{
    /// <summary>Numbers of the sections above and of the item itself, e.g. "I.2.II.13".</summary>
    public string? Section { get; init; }

    public Comparator Comparator { get; init; } = Comparator.None;

    /// <summary>The promised value; the lower bound of a range.</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper bound, for ranges only.</summary>
    public decimal? UpperValue { get; init; }

    /// <summary>"%" or the counted thing, e.g. "sáng kiến".</summary>
    public string? Unit { get; init; }

    public decimal? Baseline { get; init; }

    /// <summary>The baseline as written (may be prose).</summary>
    public string? BaselineText { get; init; }

    public TargetPeriod? Period { get; init; }

    /// <summary>0 to 1; below 0.5 = unsure.</summary>
    public double Confidence { get; init; } = 1;
}
