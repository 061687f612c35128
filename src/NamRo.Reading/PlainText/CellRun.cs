using System.Globalization;

namespace NamRo.Reading.PlainText;

/// <summary>
/// Cells written one after another, each closed by a "|" at the end of its last line or on a line of its own, with nothing to mark rows:
/// the way legal web sites copy out. Rows are found again by the width of the header and by the running numbers.
/// </summary>
internal static class CellRun
{
    private const int LongestHeadCellLines = 6;
    private const int LongestCellLines = 40;
    private const int WidestTable = 14;

    /// <summary>Reads the run that begins at the line; null when there is none. Cells before a table's header come out as lines.</summary>
    public static (IReadOnlyList<string> Before, WrittenPiece? Table, int Next)? Read(IReadOnlyList<string> lines, int start)
    {
        if (!ClosesCell(lines[start]) && !(start + 1 < lines.Count && lines[start].Length > 0 && lines[start + 1] == "|"))
        {
            return null;
        }

        var cells = Collect(lines, start, out var next);
        if (cells.Count == 0)
        {
            return null;
        }

        var header = cells.FindIndex(LineSigns.IsNumberHeading);
        var width = header < 0 ? 0 : Width(cells, header);
        return width < 3
            ? ([.. cells.Where(c => c.Length > 0)], null, next)
            : ([.. cells.Take(header).Where(c => c.Length > 0)], new WrittenPiece(Rows(cells, header, width), 1), next);
    }

    private static bool ClosesCell(string line) =>
        line.Length > 0 && line[^1] == '|' && line.IndexOf('|', StringComparison.Ordinal) == line.Length - 1;

    private static List<string> Collect(IReadOnlyList<string> lines, int start, out int next)
    {
        var cells = new List<string>();
        var open = new List<string>();
        var inTable = false;
        next = start;
        for (var i = start; i < lines.Count; i++)
        {
            if (ClosesCell(lines[i]))
            {
                open.Add(lines[i][..^1].Trim());
                cells.Add(TextJoin.Fold(TextJoin.Join(open.Where(l => !LineSigns.IsRuling(l)))));
                inTable |= LineSigns.IsNumberHeading(cells[^1]);
                open.Clear();
                next = i + 1;
                continue;
            }

            if (lines[i].Contains('|') || open.Count >= (inTable ? LongestCellLines : LongestHeadCellLines))
            {
                break;
            }

            open.Add(lines[i]);
        }

        return cells;
    }

    /// <summary>Columns: the cells from the header's first one up to the first row's number.</summary>
    private static int Width(List<string> cells, int header)
    {
        for (var i = header + 1; i < Math.Min(cells.Count, header + WidestTable + 1); i++)
        {
            if (IsFirst(cells[i]))
            {
                return i - header;
            }
        }

        return 0;
    }

    private static List<WrittenRow> Rows(List<string> cells, int header, int width)
    {
        var rows = new List<WrittenRow>();
        var row = new List<string>();
        var before = string.Empty;
        for (var i = header; i < cells.Count; i++)
        {
            var full = row.Count == width;
            var group = row.Count >= 2 && LineSigns.IsGroupNumber(row[0]) && row.Skip(2).All(c => c.Length == 0);
            if (full || (group && (IsFirst(cells[i]) || Follows(before, cells[i]))))
            {
                rows.Add(new WrittenRow([.. row]));
                before = char.IsDigit(row[0].FirstOrDefault()) ? row[0] : before;
                row.Clear();
            }

            row.Add(cells[i]);
        }

        if (row.Count > 0)
        {
            rows.Add(new WrittenRow([.. row]));
        }

        return [.. rows
            .Select(r =>
                r.Cells.Count < width ? new WrittenRow([.. r.Cells, .. Enumerable.Repeat(string.Empty, width - r.Cells.Count)]) : r)];
    }

    private static bool IsFirst(string cell) => cell.TrimEnd('.') is "1" or "01" or "I" or "A";

    private static bool Follows(string before, string cell) =>
        Number(before) is { } last && Number(cell) is { } now && now == last + 1;

    private static int? Number(string cell) =>
        int.TryParse(cell.AsSpan().TrimEnd("."), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
