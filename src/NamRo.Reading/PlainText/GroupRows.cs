namespace NamRo.Reading.PlainText;

/// <summary>Rows that name a group of rows, where the writing lost that their cells were merged.</summary>
internal static class GroupRows
{
    private const int FewestColumns = 3;

    /// <summary>
    /// Only the first cell filled, or a group number and a title: the last filled cell spans the rest of the row. Other rows stay as they
    /// are.
    /// </summary>
    public static IReadOnlyList<Cell> Shape(IReadOnlyList<Cell> cells, int columns)
    {
        var last = cells.ToList().FindLastIndex(cell => cell.Text.Length > 0);
        var isGroup = columns >= FewestColumns && (last == 0 || (last == 1 && LineSigns.IsGroupNumber(cells[0].Text)));
        return isGroup ? [.. cells.Take(last), cells[last] with { ColumnSpan = columns - cells[last].Column }] : cells;
    }
}
