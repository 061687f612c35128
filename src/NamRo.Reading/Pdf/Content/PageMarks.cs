using NamRo.Reading.Layout;

namespace NamRo.Reading.Pdf.Content;

/// <summary>What a page's content shows.</summary>
/// <param name="ImageShare">Share of the page that images cover, 0 to 1.</param>
internal sealed record PageMarks(
    double Width,
    double Height,
    IReadOnlyList<PlacedWord> Words,
    IReadOnlyList<Ruling> Rulings,
    double ImageShare);
