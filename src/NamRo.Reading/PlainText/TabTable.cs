namespace NamRo.Reading.PlainText;

/// <summary>Reads lines whose cells are separated by tabs as one piece of a table.</summary>
internal static class TabTable
{
    private const int FewestColumns = 3;

    /// <summary>How many lines from this one on form a table (gaps of blank lines included); 0 when none begins here.</summary>
    public static int Measure(IReadOnlyList<string> lines, int start)
    {
        var columns = ColumnsOf(lines[start]);
        if (columns < 2 || (columns < FewestColumns && !LineSigns.IsNumberHeading(lines[start].Split('\t')[0].Trim())))
        {
            return 0;
        }

        var rows = 0;
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            var width = ColumnsOf(lines[i]);
            if (width > 1 && width <= columns)
            {
                rows++;
                end = i + 1;
            }
            else if (width > 1 || (lines[i].Length > 0 && !IsInsideRow(lines, i, columns)))
            {
                break;
            }
        }

        return rows >= 2 ? end - start : 0;
    }

    public static WrittenPiece Read(IReadOnlyList<string> lines)
    {
        var columns = lines.Max(ColumnsOf);
        var rows = new List<WrittenRow>();
        var gap = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0)
            {
                gap = true;
                continue;
            }

            var row = lines[i];
            if (i + 1 < lines.Count && IsInsideRow(lines, i + 1, columns))
            {
                row = string.Join('\v', lines[i], lines[i + 1], lines[i + 2]);
                i += 2;
            }

            rows.Add(new WrittenRow([.. row.Split('\t').Select(ReadCell)], OpensPiece: gap));
            gap = false;
        }

        return new WrittenPiece(rows, 0);
    }

    private static string ReadCell(string written) =>
        PipeTable.FoldParagraphs(InlineMarkup.Strip(written.Replace('\v', '\n')).Text);

    private static int ColumnsOf(string line) => line.AsSpan().Count('\t') + 1;

    /// <summary>A line without tabs between lines whose columns together make one row: a paragraph inside a cell.</summary>
    private static bool IsInsideRow(IReadOnlyList<string> lines, int i, int columns) =>
        i > 0 && i + 1 < lines.Count && lines[i].Length > 0 && ColumnsOf(lines[i]) == 1
        && ColumnsOf(lines[i - 1]) is > 1 and var before && before < columns
        && ColumnsOf(lines[i + 1]) is > 1 and var after && before + after - 1 == columns;
}
