namespace NamRo.Reading.PlainText.Flattened;

/// <summary>The space between a line and the one before, against what is usual in the text.</summary>
internal enum Gap
{
    /// <summary>Closer than usual: often another cell on the same height.</summary>
    Tight,
    Usual,

    /// <summary>Wider than usual: often the rest of an empty or shorter cell.</summary>
    Wide,
}

/// <summary>A filled line of a flattened table.</summary>
/// <param name="OpensPage">A page end may stand right before it.</param>
internal sealed record FlatLine(string Text, Gap Gap, bool OpensPage)
{
    /// <summary>The filled lines from an index on, with the index of each in the text.</summary>
    public static IEnumerable<(int Index, FlatLine Line)> From(IReadOnlyList<string> rawLines, int start, bool isDoubleSpaced)
    {
        var (blank, empty, opensPage) = (0, 0, false);
        for (var i = start; i < rawLines.Count; i++)
        {
            var raw = rawLines[i];
            opensPage |= raw.Contains('\f', StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(raw))
            {
                blank++;
                empty = raw.Length == 0 ? empty + 1 : 0;
                opensPage |= isDoubleSpaced && empty >= 3;
                continue;
            }

            var usual = isDoubleSpaced ? 1 : 0;
            var gap = blank < usual ? Gap.Tight : blank > usual ? Gap.Wide : Gap.Usual;
            yield return (i, new FlatLine(raw.Trim(' ', '\f'), gap, opensPage || (isDoubleSpaced && gap == Gap.Tight && raw[0] == ' ')));
            (blank, empty, opensPage) = (0, 0, false);
        }
    }
}
