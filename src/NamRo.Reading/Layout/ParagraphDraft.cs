namespace NamRo.Reading.Layout;

/// <summary>
/// Lines that form a paragraph, and the column they stand in. A paragraph may go on on the next page, in that page's column.
/// </summary>
internal sealed class ParagraphDraft(int page, TextBounds bounds, TextLine first)
{
    private readonly List<(int Page, TextLine Line)> lines = [(page, first)];

    public TextBounds Bounds { get; private set; } = bounds;

    public TextLine First => lines[0].Line;

    public TextLine Last => lines[^1].Line;

    public int LastPage => lines[^1].Page;

    public int LineCount => lines.Count;

    public bool IsCentered { get; set; }

    /// <summary>It stands in a heading or signature block of two columns.</summary>
    public bool IsInBlock { get; init; }

    /// <summary>Distance of its last two lines on one page; 0 when unknown.</summary>
    public double Pitch =>
        lines.Count > 1 && lines[^1].Page == lines[^2].Page ? lines[^1].Line.Box.MiddleY - lines[^2].Line.Box.MiddleY : 0;

    public void Add(int onPage, TextLine line) => lines.Add((onPage, line));

    public void GoOn(ParagraphDraft next)
    {
        lines.AddRange(next.lines);
        Bounds = next.Bounds;
    }

    public Paragraph ToParagraph()
    {
        var texts = lines.Select(entry => entry.Line.Text).ToList();
        var weights = lines.Select(entry => entry.Line).ToList();
        return new Paragraph(LineJoin.Join(texts))
        {
            Page = lines[0].Page,
            Lines = texts,
            IsBold = Majority(weights, line => line.IsBold),
            IsItalic = Majority(weights, line => line.IsItalic),
            IsCentered = IsCentered,
            Indent = Math.Max(0, Math.Round(First.Box.Left - startBounds.Left, 1)),
            FontSize = First.FontSize,
            Confidence = weights.Average(line => line.Confidence),
            Places = [.. lines.GroupBy(entry => entry.Page, entry => entry.Line).Select(group => new Place(group.Key, Around(group)))],
        };
    }

    private readonly TextBounds startBounds = bounds;

    private static bool Majority(List<TextLine> lines, Func<TextLine, bool> property) =>
        2 * lines.Where(property).Sum(line => line.Text.Length) > lines.Sum(line => line.Text.Length);

    private static Box Around(IEnumerable<TextLine> lines) => lines.Select(line => line.Box).Aggregate((one, other) => one.Union(other));
}
