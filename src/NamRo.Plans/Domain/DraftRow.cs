using NamRo.Extraction;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>A row of the draft and its place in the source: made by the machine from the file, in the order of the document.</summary>
internal abstract class DraftRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid PlanId { get; init; }

    /// <summary>From 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>From 1; 0: the row has no place in the document.</summary>
    public int SourcePage { get; private set; }

    /// <summary>First character in the plan's text.</summary>
    public int SourceFrom { get; private set; }

    /// <summary>Behind the last character.</summary>
    public int SourceTo { get; private set; }

    /// <summary>The words, verbatim after white space is folded.</summary>
    public string Quote { get; private set; } = "";

    protected void StandAt(SourceQuote? source)
    {
        if (source is not null)
        {
            (SourcePage, SourceFrom, SourceTo, Quote) = (source.Page, source.Span.From, source.Span.To, source.Quote);
        }
    }
}
