using System.Text.Json.Serialization;
using NamRo.Extraction;
using NamRo.Language;

namespace NamRo.Plans.Domain;

/// <summary>What a row of a plan says. Immutable: an edit gives another one.</summary>
[JsonDerivedType(typeof(TaskContent), "task")]
[JsonDerivedType(typeof(TargetContent), "target")]
internal abstract record RowContent
{
    public string Text { get; init; } = "";

    /// <summary>Numbers of the sections above and of the item.</summary>
    public string? Section { get; init; }

    /// <summary>The one unit that leads (a target: that measures and answers); null while none of the ward's units is found.</summary>
    public Guid? LeadUnitId { get; init; }

    /// <summary>Whether two contents say the same.</summary>
    public static bool AreSame(RowContent? one, RowContent? other) =>
        string.Equals(JsonColumn.Write(one), JsonColumn.Write(other), StringComparison.Ordinal);
}

/// <summary>A task (nhiệm vụ) with its five clears.</summary>
internal sealed record TaskContent : RowContent
{
    public TaskOrigin Origin { get; init; }

    public string? Number { get; init; }

    public string? GroupTitle { get; init; }

    /// <summary>The leader as written.</summary>
    public string? Leader { get; init; }

    public Guid? LeaderPersonId { get; init; }

    /// <summary>The lead units as written; the first leads, the others take part.</summary>
    public IReadOnlyList<string> LeadUnits { get; init; } = [];

    /// <summary>The co-units as written.</summary>
    public IReadOnlyList<string> CoUnits { get; init; } = [];

    public IReadOnlyList<Guid> CoUnitIds { get; init; } = [];

    public string? Output { get; init; }

    public string? DeadlineText { get; init; }

    public Deadline Deadline { get; init; } = Deadline.None;

    public IReadOnlyList<TaskPart> Parts { get; init; } = [];

    /// <summary>The rows of the targets it serves.</summary>
    public IReadOnlyList<Guid> TargetIds { get; init; } = [];

    public static TaskContent Of(TaskDraft task) => new()
    {
        Text = task.Text,
        Section = task.Section,
        Origin = task.Origin,
        Number = task.Number,
        GroupTitle = task.Group,
        Leader = task.Leader,
        LeadUnits = task.LeadUnits,
        CoUnits = task.CoUnits,
        Output = task.Output,
        DeadlineText = task.DeadlineText,
        Deadline = task.Deadline,
        Parts = task.Parts,
    };
}

/// <summary>A target (chỉ tiêu): what is promised, from where, by when.</summary>
internal sealed record TargetContent : RowContent
{
    public TargetOrigin Origin { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>The promised value; the lower bound of a range.</summary>
    public decimal? Value { get; init; }

    public decimal? UpperValue { get; init; }

    /// <summary>"%" or the counted thing.</summary>
    public string? MeasureUnit { get; init; }

    public decimal? Baseline { get; init; }

    public string? BaselineText { get; init; }

    public string? PeriodFrom { get; init; }

    public string? PeriodTo { get; init; }

    public static TargetContent Of(TargetDraft target) => new()
    {
        Text = target.Text,
        Section = target.Section,
        Origin = target.Origin,
        Comparator = target.Comparator,
        Value = target.Value,
        UpperValue = target.UpperValue,
        MeasureUnit = target.Unit,
        Baseline = target.Baseline,
        BaselineText = target.BaselineText,
        PeriodFrom = target.Period?.From,
        PeriodTo = target.Period?.To,
    };
}
