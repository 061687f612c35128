using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Comparing;

/// <summary>A row of a plan as far as two plans are compared by it: a task or a target, from whichever table or file it came.</summary>
/// <param name="Key">Tells rows of one plan apart; means nothing to the comparison.</param>
internal sealed record ComparedRow(string Key, RowKind Kind, string Text)
{
    /// <summary>Number in the plan, such as "II.4".</summary>
    public string? Number { get; init; }

    public string? Group { get; init; }

    public string? Leader { get; init; }

    public IReadOnlyList<string> LeadUnits { get; init; } = [];

    public IReadOnlyList<string> CoUnits { get; init; } = [];

    public string? Output { get; init; }

    public string? DeadlineText { get; init; }

    public Deadline Deadline { get; init; } = Deadline.None;

    public Comparator Comparator { get; init; } = Comparator.None;

    public decimal? Value { get; init; }

    public decimal? UpperValue { get; init; }

    /// <summary>"%" or the counted thing.</summary>
    public string? MeasureUnit { get; init; }

    public string? Baseline { get; init; }

    public string? PeriodFrom { get; init; }

    public string? PeriodTo { get; init; }
}
