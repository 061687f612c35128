namespace NamRo.Reading.Layout;

/// <summary>Left and right edge of a column of text, points.</summary>
internal readonly record struct TextBounds(double Left, double Right)
{
    private const int FewLines = 6;
    private const double SameEdge = 2;

    public double Width => Right - Left;

    public double Middle => (Left + Right) / 2;

    public static TextBounds Around(IReadOnlyList<TextLine> lines) =>
        new(lines.Min(line => line.Box.Left), lines.Max(line => line.Box.Right));

    /// <summary>The edges that several lines share; null for a page of few lines.</summary>
    public static TextBounds? OfPage(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count < FewLines)
        {
            return null;
        }

        var around = Around(lines);
        var shared = Math.Max(2, lines.Count / 20);
        var lefts = lines.Select(line => line.Box.Left).Order();
        var rights = lines.Select(line => line.Box.Right).OrderDescending();
        var left = lefts.FirstOrDefault(at => Count(lines, line => line.Box.Left, at) >= shared, around.Left);
        var right = rights.FirstOrDefault(at => Count(lines, line => line.Box.Right, at) >= shared, around.Right);
        // Set ragged, lines share an edge by chance only: then the longest of those beyond it tells where there was no room left.
        right = lines.Count(line => line.Box.Right > right + SameEdge) > shared ? around.Right : right;
        return right > left ? new TextBounds(left, right) : around;
    }

    public TextBounds Union(TextBounds other) => new(Math.Min(Left, other.Left), Math.Max(Right, other.Right));

    private static int Count(IReadOnlyList<TextLine> lines, Func<TextLine, double> edge, double at) =>
        lines.Count(line => Math.Abs(edge(line) - at) <= SameEdge);
}
