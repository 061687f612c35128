using NamRo.Reading.PlainText.Flattened;

namespace NamRo.Reading.PlainText.Columns;

/// <summary>Tables whose columns are kept apart by blanks alone, as a PDF viewer copies a page with its layout.</summary>
internal static class BlankTables
{
    private const int MostHeadingLines = 8;
    private const int MostProseLines = 3;
    private const int DeepestNumber = 8;
    private const int MostLines = 20_000;
    private const double CellConfidence = 0.6;
    private const int MostAttempts = 200;

    /// <summary>A table and the lines that it took.</summary>
    internal sealed record Found(int Start, int End, Table Table);

    /// <summary>The tables of a text, in order.</summary>
    public static IReadOnlyList<Found> Find(IReadOnlyList<string> rawLines)
    {
        var found = new List<Found>();
        var attempts = 0;
        for (var i = 0; i < rawLines.Count && attempts < MostAttempts; i++)
        {
            if (IsHeading(rawLines[i]) && ++attempts > 0 && Read(rawLines, i) is { } table)
            {
                found.Add(table);
                i = table.End - 1;
            }
        }

        return found;
    }

    /// <summary>A number heading ("STT") and at least two more pieces, wide apart.</summary>
    public static bool IsHeading(string raw)
    {
        if (raw.Length is < 12 or > 400 || raw.AsSpan().ContainsAny('|', '\t'))
        {
            return false;
        }

        var pieces = ColumnCuts.Pieces(raw);
        return pieces.Count >= 3 && LineSigns.IsNumberHeading(raw[pieces[0].From..pieces[0].To]);
    }

    private static Found? Read(IReadOnlyList<string> rawLines, int start)
    {
        var end = EndOf(rawLines, start);
        var rows = new List<WrittenRow>();
        List<Span>? columns = null;
        var known = 0;
        for (var i = start; i < end;)
        {
            var next = PageEnd(rawLines, i, end);
            var count = HeadingCount(rawLines, i, next, known);
            known = known > 0 ? known : Enumerable.Range(i, count).Count(k => !string.IsNullOrWhiteSpace(rawLines[k]));
            columns = count > 0
                ? ColumnCuts.Columns(rawLines.Skip(i).Take(count).Where(line => !LineSigns.IsPageNumber(line.Trim(' ', '\f')))) : columns;
            if (columns is null || columns.Count < 3 || (rows.Count > 0 && rows[0].Cells.Count != columns.Count))
            {
                return null;
            }

            ReadPage([.. rawLines.Skip(i).Take(next - i)], count, columns, rows);
            i = next;
        }

        var table = TableStitcher.Stitch([new WrittenPiece(rows, 1)], SourceKind.FlattenedText).FirstOrDefault();
        return table is null || table.Rows.Count < 3 ? null : new Found(start, end, Doubt(table));
    }

    /// <summary>A word near a column's edge may have come into the cell beside its own.</summary>
    private static Table Doubt(Table table) => table with
    {
        Confidence = CellConfidence,
        Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Confidence = CellConfidence })] })],
    };

    private static void ReadPage(List<string> lines, int headingCount, List<Span> columns, List<WrittenRow> rows)
    {
        var body = lines.Skip(headingCount)
            .Where(line => !string.IsNullOrWhiteSpace(line) && !LineSigns.IsPageNumber(line.Trim(' ', '\f'))).ToList();
        var columnLines = body.Where(line => ColumnCuts.Pieces(line).Count > 2).ToList();
        if (rows.Count == 0)
        {
            rows.Add(
                new WrittenRow(
                    ColumnCuts.Titles(columns, lines.Take(headingCount).Where(line => !LineSigns.IsPageNumber(line.Trim(' ', '\f'))))));
        }

        foreach (var row in RowsOf(body))
        {
            var number = NumberOf(row[0]);
            if (number is not null && LineSigns.IsGroupNumber(number))
            {
                var title = row.Skip(1).Aggregate(row[0].TrimStart(' ', '\f')[number.Length..], TextJoin.Join);
                rows.Add(new WrittenRow([number, TextJoin.Fold(title), .. columns.Skip(2).Select(_ => string.Empty)]));
                continue;
            }

            var cuts = ColumnCuts.Find(columns, row, columnLines, number?.Length ?? 0);
            var cells = Merge(row.Select(line => ColumnCuts.Cut(line, cuts)));
            if (number is null && rows.Count > 1)
            {
                rows[^1] = new WrittenRow(Merge([[.. rows[^1].Cells], cells]));
            }
            else
            {
                rows.Add(new WrittenRow(cells));
            }
        }
    }

    /// <summary>The lines of each row; what stands before the first number goes on with a row of the page before.</summary>
    private static IEnumerable<List<string>> RowsOf(List<string> body)
    {
        var row = new List<string>();
        foreach (var line in body)
        {
            if (row.Count > 0 && NumberOf(line) is not null)
            {
                yield return row;
                row = [];
            }

            row.Add(line);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static string? NumberOf(string line)
    {
        var text = line.TrimStart(' ', '\f');
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? text : text[..space];
        return line.Length - text.Length <= DeepestNumber && LineSigns.IsRowNumber(first) ? first : null;
    }

    private static string[] Merge(IEnumerable<string[]> lines) =>
        lines.Aggregate((above, below) => [.. above.Select((text, i) => TextJoin.Join(text, below[i]))]);

    /// <summary>
    /// How many lines of a page its heading takes, blank ones and a page number before it included; 0 when the page repeats none.
    /// </summary>
    /// <param name="known">How many filled lines the first page's heading takes; 0 on the first page, where it reaches to the first row's
    /// number.</param>
    private static int HeadingCount(IReadOnlyList<string> rawLines, int start, int end, int known)
    {
        var first = Enumerable.Range(start, Math.Min(MostHeadingLines, end - start)).FirstOrDefault(i => IsHeading(rawLines[i]), -1);
        if (first < 0)
        {
            return 0;
        }

        var filled = 1;
        var i = first + 1;
        for (; i < Math.Min(end, first + (2 * MostHeadingLines)); i++)
        {
            if (NumberOf(rawLines[i]) is not null || (known > 0 && filled == known))
            {
                break;
            }

            filled += string.IsNullOrWhiteSpace(rawLines[i]) ? 0 : 1;
        }

        return i - start;
    }

    private static int PageEnd(IReadOnlyList<string> rawLines, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (rawLines[i].Contains('\f', StringComparison.Ordinal))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>A heading of the text after the table: "II. NHIỆM VỤ".</summary>
    private static bool IsSectionHeading(string text) =>
        RowNumber.At(text) is { IsWrittenInTitle: true, IsRoman: true, Rest.Length: > 3 } number && LineSigns.IsCapitals(number.Rest);

    /// <summary>
    /// The table ends at a signature block, a section's heading in capitals, or where several lines run on without a gap from the left
    /// edge.
    /// </summary>
    private static int EndOf(IReadOnlyList<string> rawLines, int start)
    {
        var prose = 0;
        for (var i = start + 1; i < Math.Min(rawLines.Count, start + MostLines); i++)
        {
            var text = rawLines[i].Trim(' ', '\f');
            if (LineSigns.IsFormal(text) || text.StartsWith("PHỤ LỤC", StringComparison.Ordinal) || IsSectionHeading(text))
            {
                return i;
            }

            var isProse = text.Length > 0 && rawLines[i].TrimStart('\f') is [not ' ', ..] && !LineSigns.IsRowNumber(text.Split(' ')[0])
                && ColumnCuts.Pieces(rawLines[i]).Count == 1;
            prose = isProse ? prose + 1 : text.Length == 0 ? prose : 0;
            if (prose >= MostProseLines)
            {
                return i - MostProseLines + 1;
            }
        }

        return Math.Min(rawLines.Count, start + MostLines);
    }
}
