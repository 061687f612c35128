namespace NamRo.Reading.Layout;

/// <summary>
/// What stands on one page before it is understood: words and ruling lines in points from the top left corner, as displayed.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Confidence">0 to 1, as <see cref="Page.Confidence"/>.</param>
/// <param name="Words">In any order; layout sorts them.</param>
/// <param name="Rulings">Horizontal and vertical lines that may be borders of cells.</param>
internal sealed record PageContent(
    int Number,
    double Width,
    double Height,
    SourceKind Source,
    double Confidence,
    IReadOnlyList<Word> Words,
    IReadOnlyList<Ruling> Rulings)
{
    /// <summary>Quarters by which the page as displayed is turned clockwise from this one, on which its text stands upright.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>
    /// Words that stand on the page beside its text (the stamp of an electronic signature, a watermark): shown, but no part of paragraphs
    /// or tables.
    /// </summary>
    public IReadOnlyList<Word> Asides { get; init; } = [];

    public IReadOnlyList<ReadingNotice> Notices { get; init; } = [];
}
