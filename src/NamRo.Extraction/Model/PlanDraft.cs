using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// What a plan document holds, as far as it could be understood. Nothing here is invented: every value stands in its source quote.
/// </summary>
public sealed record PlanDraft(
    DocumentHeader Document,
    IReadOnlyList<TargetDraft> Targets,
    IReadOnlyList<TaskDraft> Tasks,
    IReadOnlyList<Finding> Findings);

/// <summary>Where a value was read.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Span">Range in <see cref="DocumentReading.Text"/>.</param>
/// <param name="Quote">The words, verbatim after white space is folded.</param>
public sealed record SourceQuote(int Page, Span Span, string Quote)
{
    /// <summary>Ranges of single fields ("leader", "lead_units", "output", ...) inside the text.</summary>
    public IReadOnlyDictionary<string, Span> Cells { get; init; } = new Dictionary<string, Span>(StringComparer.Ordinal);

    /// <summary>Places on pages, for showing the row in its page image; empty where the source has no geometry.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];
}

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>A person should look.</summary>
    Warning,

    /// <summary>The plan contradicts itself or cannot be carried out as written.</summary>
    Error,
}

/// <summary>Something a person should look at before the plan is published.</summary>
/// <param name="Rule">Stable name, e.g. "numbering.skipped".</param>
/// <param name="Message">Vietnamese, one sentence.</param>
public sealed record Finding(string Rule, Severity Severity, string Message, SourceQuote? Source = null);

/// <summary>What the head, the bases and the signature block of the document say. Null = not stated.</summary>
public sealed record DocumentHeader
{
    /// <summary>Số, ký hiệu in full, e.g. "110/KH-UBND"; null when the running number is blank.</summary>
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>Địa danh as written, e.g. "Phường Lê Chân".</summary>
    public string? Place { get; init; }

    /// <summary>Issuing organ, full name in sentence case.</summary>
    public string? Authority { get; init; }

    /// <summary>Tên loại văn bản, e.g. "Kế hoạch".</summary>
    public string? Kind { get; init; }

    /// <summary>Trích yếu, verbatim.</summary>
    public string? Subject { get; init; }

    public string? Signer { get; init; }

    /// <summary>Chức vụ of the person who signs, without TM./KT./TL.</summary>
    public string? SignerTitle { get; init; }

    /// <summary>Numbers of documents that this one says it is based on or carries out.</summary>
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    /// <summary>Numbers that occur only inside the titles of those documents.</summary>
    public IReadOnlyList<string> NestedLegalBases { get; init; } = [];

    /// <summary>Numbers of documents that this one adjusts or supplements, or that order the adjustment.</summary>
    public IReadOnlyList<string> Amends { get; init; } = [];
}
