using NamRo.Reading.Layout;

namespace NamRo.Reading.Pdf.Content;

/// <summary>What a page's content shows.</summary>
/// <param name="StampWords">The words of annotations that say more than a few words (the stamp of an electronic signature).</param>
/// <param name="ImageShare">Share of the page that images cover, 0 to 1.</param>
/// <param name="IsDrawn">Glyphs of unknown text or many paths are shown: without words, these are letters all the same.</param>
/// <param name="IsHiddenText">The words are not drawn: a scanner's program laid them under its picture.</param>
internal sealed record PageMarks(
    double Width,
    double Height,
    IReadOnlyList<PlacedWord> Words,
    IReadOnlyList<PlacedWord> StampWords,
    IReadOnlyList<Ruling> Rulings,
    double ImageShare,
    bool IsHiddenText,
    bool IsDrawn);
