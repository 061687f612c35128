namespace NamRo.Reading.PlainText;

/// <summary>How the lines of a text were laid: one paragraph a line, or broken at a page's width.</summary>
/// <param name="Width">The usual length of a full line; 0 when lines are not broken at a width.</param>
/// <param name="IsDoubleSpaced">A blank line follows nearly every line, so a blank line ends no paragraph.</param>
internal readonly record struct LineProfile(int Width, bool IsDoubleSpaced)
{
    private const int WidestBrokenLine = 150;
    private const int FewestLines = 8;

    /// <summary>The line reaches so far to the right that the next word had no room.</summary>
    public bool IsFull(string line) => Width > 0 && line.Length >= Width * 0.8;

    public static LineProfile Of(IReadOnlyList<string> lines)
    {
        var lengths = lines.Where(line => line.Length > 0 && !line.Contains('\t', StringComparison.Ordinal) && line[0] != '|')
            .Select(line => line.Length).Order().ToList();
        if (lengths.Count < FewestLines)
        {
            return default;
        }

        var width = lengths[(int)((lengths.Count - 1) * 0.9)];
        var longest = lengths[^1];
        var full = lengths.Count(length => length >= width * 0.8);
        var isBroken = width <= WidestBrokenLine && longest <= Math.Max(width * 1.4, 60) && full >= lengths.Count * 0.25;
        return new LineProfile(isBroken ? width : 0, IsSpaced(lines, lengths.Count));
    }

    private static bool IsSpaced(IReadOnlyList<string> lines, int filled)
    {
        var touching = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            touching += lines[i].Length > 0 && lines[i - 1].Length > 0 ? 1 : 0;
        }

        return touching < filled * 0.4;
    }
}
