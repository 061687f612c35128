using NamRo.Extraction;
using NamRo.Reading;

namespace NamRo.Plans.Domain;

/// <summary>Finds where on its pages a piece of a plan's text stands: the cells of a row, the paragraphs of running text.</summary>
internal sealed class SourceGeometry
{
    private readonly List<(Span Span, IReadOnlyList<Place> Places)> pieces;

    public SourceGeometry(DocumentReading reading) => pieces =
        [.. reading.Blocks.SelectMany(Pieces).Where(piece => piece.Places.Count > 0).OrderBy(piece => piece.Span.From)];

    public IReadOnlyList<Place> PlacesOf(SourceQuote source) =>
        source.Places.Count > 0 ? source.Places : [.. Touching(source.Span).SelectMany(piece => piece.Places).Distinct()];

    private static IEnumerable<(Span Span, IReadOnlyList<Place> Places)> Pieces(Block block) => block is Table table
        ? table.Rows.SelectMany(row => row.Cells).Where(cell => !cell.IsMergedFromAbove).Select(cell => (cell.Span, cell.Places))
        : [(block.Span, block.Places)];

    private IEnumerable<(Span Span, IReadOnlyList<Place> Places)> Touching(Span span)
    {
        var first = FirstEndingAfter(span.From);
        for (var at = first; at < pieces.Count && pieces[at].Span.From < span.To; at++)
        {
            if (pieces[at].Span.Length > 0)
            {
                yield return pieces[at];
            }
        }
    }

    /// <summary>The pieces neither overlap nor nest, so that their ends are in order too.</summary>
    private int FirstEndingAfter(int from)
    {
        var (low, high) = (0, pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[middle].Span.To > from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
