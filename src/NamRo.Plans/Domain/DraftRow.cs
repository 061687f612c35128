using NamRo.Extraction;
using NamRo.Kernel.Tenancy;
using NamRo.Reading;

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

    /// <summary>Ranges of single fields inside the plan's text.</summary>
    public IReadOnlyDictionary<string, Span> Cells { get; private set; } = new Dictionary<string, Span>(StringComparer.Ordinal);

    /// <summary>Where it stands on the pages; empty where the file has no geometry.</summary>
    public IReadOnlyList<Place> Places { get; private set; } = [];

    protected void StandAt(SourceQuote? source, SourceGeometry geometry)
    {
        if (source is not null)
        {
            (SourcePage, SourceFrom, SourceTo, Quote) = (source.Page, source.Span.From, source.Span.To, source.Quote);
            (Cells, Places) = (source.Cells, geometry.PlacesOf(source));
        }
    }
}
