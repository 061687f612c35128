namespace NamRo.Reading.PlainText.Columns;

/// <summary>Where the columns of one page of a table laid out with blanks divide, as character positions.</summary>
internal static class ColumnCuts
{
    private const int FewestBlanks = 2;

    /// <summary>The pieces of a line that two or more blanks keep apart, as ranges of positions.</summary>
    public static List<Span> Pieces(string line)
    {
        var pieces = new List<Span>();
        for (var at = 0; at < line.Length;)
        {
            if (line[at] is ' ' or '\f')
            {
                at++;
                continue;
            }

            var end = line.IndexOf(new string(' ', FewestBlanks), at, StringComparison.Ordinal);
            end = end < 0 ? line.Length : end;
            pieces.Add(new Span(at, end));
            at = end;
        }

        return pieces;
    }

    /// <summary>The columns that the heading's lines show: pieces above each other belong together.</summary>
    public static List<Span> Columns(IEnumerable<string> heading)
    {
        var columns = new List<Span>();
        foreach (var piece in heading.SelectMany(Pieces).OrderBy(piece => piece.From))
        {
            if (columns.Count > 0 && piece.From < columns[^1].To)
            {
                columns[^1] = new Span(columns[^1].From, Math.Max(columns[^1].To, piece.To));
            }
            else
            {
                columns.Add(piece);
            }
        }

        return columns;
    }

    /// <summary>
    /// Between each two columns the position that the fewest lines of the row write on, then the fewest of the page;
    /// among equals the last, for cells are set to the left.
    /// </summary>
    /// <param name="numberLength">The length of the row's number, which the first column holds alone.</param>
    public static int[] Find(List<Span> columns, IReadOnlyList<string> row, IReadOnlyList<string> page, int numberLength)
    {
        var cuts = new int[columns.Count - 1];
        cuts[0] = row.Count == 0 ? columns[0].To : row[0].Length - row[0].TrimStart(' ', '\f').Length + numberLength;
        for (var i = 1; i < cuts.Length; i++)
        {
            var best = int.MaxValue;
            for (var at = Middle(columns[i]); at <= Middle(columns[i + 1]); at++)
            {
                var written = ((Written(row, at) + Written(row, at - 1)) * page.Count) + Written(page, at);
                if (written <= best)
                {
                    (best, cuts[i]) = (written, at);
                }
            }
        }

        return cuts;
    }

    private static int Middle(Span column) => (column.From + column.To) / 2;

    private static int Written(IReadOnlyList<string> lines, int at) => lines.Count(line => at < line.Length && line[at] != ' ');

    /// <summary>The line's cells; a cut inside a word moves to the nearest blank.</summary>
    public static string[] Cut(string line, int[] cuts)
    {
        var cells = new string[cuts.Length + 1];
        var start = 0;
        for (var i = 0; i <= cuts.Length; i++)
        {
            var end = i < cuts.Length ? Math.Max(start, NearestBlank(line, cuts[i])) : line.Length;
            cells[i] = start < line.Length ? TextJoin.Fold(line[start..Math.Min(end, line.Length)].Replace('\f', ' ')) : string.Empty;
            start = end;
        }

        return cells;
    }

    private static int NearestBlank(string line, int at)
    {
        var gap = Nearest(
            at, place => place >= line.Length || (IsBlank(line, place - 1) && (IsBlank(line, place - 2) || IsBlank(line, place))));
        return gap ?? Nearest(at, place => IsBlank(line, place) || IsBlank(line, place - 1)) ?? at;
    }

    private static int? Nearest(int at, Func<int, bool> fits)
    {
        const int Reach = 6;
        for (var step = 0; step <= Reach; step++)
        {
            if (fits(at - step))
            {
                return at - step;
            }

            if (fits(at + step))
            {
                return at + step;
            }
        }

        return null;
    }

    private static bool IsBlank(string line, int at) => at >= 0 && at < line.Length && line[at] == ' ';

    /// <summary>The heading's cells: the pieces that lie above each other.</summary>
    public static string[] Titles(List<Span> columns, IEnumerable<string> heading)
    {
        var titles = new string[columns.Count];
        Array.Fill(titles, string.Empty);
        foreach (var line in heading)
        {
            foreach (var piece in Pieces(line))
            {
                var column = columns.FindIndex(found => piece.From < found.To && piece.To > found.From);
                titles[Math.Max(0, column)] = TextJoin.Join(titles[Math.Max(0, column)], TextJoin.Fold(line[piece.From..piece.To]));
            }
        }

        return titles;
    }
}
