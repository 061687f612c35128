using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Where a task stands in the plan.</summary>
public enum TaskOrigin
{
    /// <summary>A row of a table.</summary>
    Table,

    /// <summary>An item with labelled lines ("Đơn vị chủ trì: ...").</summary>
    Block,

    /// <summary>An assignment in running text.</summary>
    Narrative,
}

/// <summary>One numbered part of a compound task.</summary>
public sealed record TaskPart(string Number, string Text);

/// <summary>Nhiệm vụ: one row or item with someone to do it or a time to be done by.</summary>
/// <param name="Text">Verbatim after white space is folded.</param>
public sealed record TaskDraft(string Text, TaskOrigin Origin, SourceQuote Source)
{
    /// <summary>The item's own number as written, without closing punctuation.</summary>
    public string? Number { get; init; }

    /// <summary>Title of the nearest section, without its number.</summary>
    public string? Group { get; init; }

    /// <summary>Numbers of the sections above and of the item.</summary>
    public string? Section { get; init; }

    /// <summary>The responsible person as written.</summary>
    public string? Leader { get; init; }

    public IReadOnlyList<string> LeadUnits { get; init; } = [];

    public IReadOnlyList<string> CoUnits { get; init; } = [];

    /// <summary>Sản phẩm đầu ra as written.</summary>
    public string? Output { get; init; }

    public string? DeadlineText { get; init; }

    public Deadline Deadline { get; init; } = Deadline.None;

    public IReadOnlyList<TaskPart> Parts { get; init; } = [];

    /// <summary>The row is also an indicator and stands in both lists.</summary>
    public bool IsTarget { get; init; }

    /// <summary>0 to 1; below 0.5 = unsure.</summary>
    public double Confidence { get; init; } = 1;
}
