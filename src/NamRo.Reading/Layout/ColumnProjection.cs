namespace NamRo.Reading.Layout;

/// <summary>
/// Finds the columns of lines that have no ruling: the strips of the page, from top to bottom of the lines, that stay white.
/// </summary>
internal static class ColumnProjection
{
    private const double NarrowestGutter = 4;

    /// <summary>Title rows run across the columns; so many of the lines may cross a gutter.</summary>
    private const double CrossingShare = 0.12;

    /// <summary>Edges of the columns: the outer ones, and the middle of each gutter.</summary>
    public static double[] Edges(IReadOnlyList<TextLine> lines)
    {
        var around = TextBounds.Around(lines);
        var covered = new int[(int)Math.Ceiling(around.Width) + 2];
        foreach (var line in lines)
        {
            foreach (var (from, to) in Segments(line))
            {
                for (var i = (int)Math.Max(0, from - around.Left); i < Math.Min(covered.Length, to - around.Left); i++)
                {
                    covered[i]++;
                }
            }
        }

        var allowed = Math.Max(1, (int)(CrossingShare * lines.Count));
        var edges = new List<double> { around.Left - 1 };
        var start = -1;
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] <= allowed)
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start > 0 && i - start >= NarrowestGutter)
            {
                edges.Add(around.Left + (start + i) / 2.0);
            }

            start = -1;
        }

        return [.. edges, around.Right + 1];
    }

    /// <summary>Whether words of the line run over the edge without a gap there.</summary>
    public static bool Crosses(TextLine line, double edge) =>
        Segments(line).Any(segment => segment.From < edge - 1 && segment.To > edge + 1);

    /// <summary>The line's inked stretches; spaces between words of one phrase count as ink.</summary>
    private static IEnumerable<(double From, double To)> Segments(TextLine line)
    {
        var space = Math.Max(NarrowestGutter, 0.4 * line.Size);
        var (from, to) = (line.Words[0].Box.Left, line.Words[0].Box.Right);
        foreach (var word in line.Words.Skip(1))
        {
            if (word.Box.Left - to > space)
            {
                yield return (from, to);
                from = word.Box.Left;
            }

            to = Math.Max(to, word.Box.Right);
        }

        yield return (from, to);
    }
}
