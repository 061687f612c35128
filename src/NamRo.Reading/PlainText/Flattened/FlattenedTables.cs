using NamRo.Reading.PlainText.Columns;

namespace NamRo.Reading.PlainText.Flattened;

/// <summary>A table that was rebuilt, and the lines it took.</summary>
internal sealed record FlattenedTable(int Start, int End, Table Table);

/// <summary>
/// Finds tables whose cells were broken into lines without separators (text copied out of a PDF) and rebuilds their rows:
/// headings name the columns, numbers open the rows, the words of each kind of cell and the places of line ends divide them.
/// </summary>
internal sealed class FlattenedTables
{
    private const int MostHeadingLines = 24;
    private const int MostHeadingLength = 400;
    private const int FewestRows = 2;
    private const int MostLines = 50_000;
    private const int MostAttempts = 200;
    private readonly IReadOnlyList<string> rawLines;
    private readonly bool isDoubleSpaced;

    private FlattenedTables(IReadOnlyList<string> rawLines, bool isDoubleSpaced)
    {
        this.rawLines = rawLines;
        this.isDoubleSpaced = isDoubleSpaced;
    }

    /// <summary>The flattened tables of a text, in order.</summary>
    /// <param name="rawLines">Its lines with their blanks.</param>
    public static IReadOnlyList<FlattenedTable> Find(IReadOnlyList<string> rawLines, bool isDoubleSpaced, CancellationToken cancel)
    {
        var finder = new FlattenedTables(rawLines, isDoubleSpaced);
        var found = new List<FlattenedTable>();
        var attempts = 0;
        for (var i = 0; i < rawLines.Count && attempts < MostAttempts; i++)
        {
            if (MayBeHeading(rawLines[i]) && ++attempts > 0 && finder.ReadTable(i, cancel) is { } table)
            {
                found.Add(table);
                i = table.End - 1;
            }
        }

        return found;
    }

    private static bool MayBeHeading(string raw)
    {
        var line = raw.AsSpan().Trim(" \f");
        if (BlankTables.IsHeading(raw) || line.Length is < 2 or > MostHeadingLength || line.Contains('|') || line.Contains('\t'))
        {
            return false;
        }

        var end = line.StartsWith("Số", StringComparison.OrdinalIgnoreCase) ? Math.Min(5, line.Length) : line.IndexOf(' ') is var space
            && space < 0 ? line.Length : space;
        return LineSigns.IsNumberHeading(line[..end].ToString()) || line is "ST" or "S";
    }

    private FlattenedTable? ReadTable(int start, CancellationToken cancel)
    {
        if (ReadHeading([.. FlatLine.From(rawLines, start, isDoubleSpaced).Take(MostHeadingLines)]) is not { } heading)
        {
            return null;
        }

        var lines = FlatLine.From(rawLines, start, isDoubleSpaced).Take(MostLines).ToList();

        var texts = lines.Take(heading.Count).Select(line => line.Line.Text).ToList();
        var finder =
            new FlatRowFinder(
                lines, texts, i =>
                    MayBeHeading(lines[i].Line.Text)
                        && ReadHeading(lines.GetRange(i, Math.Min(MostHeadingLines, lines.Count - i))) is not null);
        var (rows, end) = finder.Find(heading.Count);
        if (rows.Count < FewestRows)
        {
            return null;
        }

        var table = new FlattenedTableBuilder(heading.Columns, rows, cancel).Build();
        return new FlattenedTable(start, Math.Min(end, rawLines.Count), table);
    }

    /// <summary>The columns, and how many lines their headings take: up to the first row's number.</summary>
    private static (IReadOnlyList<TableColumn> Columns, int Count)? ReadHeading(List<(int Index, FlatLine Line)> lines)
    {
        var heading = string.Empty;
        for (var i = 0; i < Math.Min(lines.Count, MostHeadingLines) && heading.Length < MostHeadingLength; i++)
        {
            var text = lines[i].Line.Text;
            if (text.AsSpan().ContainsAny('|', '\t'))
            {
                return null;
            }

            if (i > 0 && RowNumber.At(text) is { } number && number.CanFollow(null, null) && HeadingPhrases.Read(heading) is { } columns)
            {
                return (columns, i);
            }

            heading = TextJoin.Join(heading, TextJoin.Fold(text));
        }

        return null;
    }
}
