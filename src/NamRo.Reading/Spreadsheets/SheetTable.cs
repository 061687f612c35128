using NamRo.Reading.PlainText;

namespace NamRo.Reading.Spreadsheets;

/// <summary>Lays a range of a sheet's rows as a table: edges trimmed, merged cells as spans and repeated values.</summary>
internal static class SheetTable
{
    public static Table Lay(SheetGrid grid, int header, int end)
    {
        var left = Enumerable.Range(0, grid.ColumnCount).First(column => IsUsed(grid, header, end, column));
        var right = Enumerable.Range(0, grid.ColumnCount).Last(column => IsUsed(grid, header, end, column));
        var headerEnd = HeaderEnd(grid, header, left, right);
        var rows = Enumerable.Range(header, end - header).Where(row => grid.Filled(row) > 0 && !IsRepeatedHeader(grid, header, row));
        return new Table([.. rows.Select(row => LayRow(grid, row, left, right, row < headerEnd))])
        {
            ColumnCount = right - left + 1,
            HeaderRowCount = headerEnd - header,
            Source = SourceKind.Spreadsheet,
            SheetName = grid.Name,
        };
    }

    private static bool IsUsed(SheetGrid grid, int header, int end, int column) =>
        Enumerable.Range(header, end - header).Any(row => grid[row, column].Length > 0);

    private static bool IsRepeatedHeader(SheetGrid grid, int header, int row) =>
        row > header && Enumerable.Range(0, grid.ColumnCount).All(column => grid[header, column] == grid[row, column]);

    /// <summary>A header cell merged downwards makes the rows it covers header rows.</summary>
    private static int HeaderEnd(SheetGrid grid, int header, int left, int right) =>
        Enumerable.Range(left, right - left + 1)
            .Max(column =>
                grid.MergeAt(header, column) is { } merge && merge.Top == header ? Math.Min(merge.Bottom, header + 2) : header) + 1;

    private static TableRow LayRow(SheetGrid grid, int row, int left, int right, bool isHeader)
    {
        var cells = new List<Cell>();
        for (var column = left; column <= right; column++)
        {
            var merge = grid.MergeAt(row, column);
            var last = Math.Min(right, merge?.Right ?? column);
            var isBelow = merge is { } found && found.Top < row;
            var text = isBelow ? grid[merge!.Value.Top, merge.Value.Left] : grid[row, column];
            cells.Add(
                new Cell(PipeTable.FoldParagraphs(text), column - left) { ColumnSpan = last - column + 1, IsMergedFromAbove = isBelow });
            column = last;
        }

        return new TableRow(isHeader ? cells : GroupRows.Shape(cells, right - left + 1));
    }
}
