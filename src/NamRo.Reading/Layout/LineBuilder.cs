namespace NamRo.Reading.Layout;

/// <summary>Sorts words into lines.</summary>
internal static class LineBuilder
{
    /// <summary>A word belongs to a line when so much of the smaller height overlaps.</summary>
    private const double OverlapShare = 0.5;

    /// <summary>Lines from top to bottom over the whole width; columns side by side are one line here.</summary>
    public static List<TextLine> Build(IEnumerable<Word> words)
    {
        var open = new List<(List<Word> Words, double Top, double Bottom)>();
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderBy(word => word.Box.MiddleY).ThenBy(word => word.Box.Left))
        {
            var found = open.FindLastIndex(line => Overlap(line.Top, line.Bottom, word.Box) >= OverlapShare);
            if (found >= 0)
            {
                open[found].Words.Add(word);
                continue;
            }

            open.RemoveAll(line => line.Bottom < word.Box.Top - word.Box.Height);
            open.Add(([word], word.Box.Top, word.Box.Bottom));
            lines.Add(open[^1].Words);
        }

        return [.. lines.Select(line => new TextLine([.. line.OrderBy(word => word.Box.Left)])).OrderBy(line => line.Box.MiddleY)];
    }

    /// <summary>Cuts a line at gaps wider than the given share of its letters' height.</summary>
    public static List<TextLine> Split(TextLine line, double gapShare)
    {
        var parts = new List<TextLine>();
        var from = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i == line.Words.Count || line.Words[i].Box.Left - line.Words[i - 1].Box.Right > gapShare * line.Size)
            {
                parts.Add(new TextLine([.. line.Words.Skip(from).Take(i - from)]));
                from = i;
            }
        }

        return parts;
    }

    private static double Overlap(double top, double bottom, Box box)
    {
        var shared = Math.Min(bottom, box.Bottom) - Math.Max(top, box.Top);
        return shared / Math.Max(0.1, Math.Min(bottom - top, box.Height));
    }
}
