namespace NamRo.Reading.PlainText;

/// <summary>Tables that only arrange text side by side: the heading of a document, its signature block.</summary>
internal static class Arrangement
{
    private const int MostColumns = 3;
    private const int MostRows = 8;

    /// <summary>The paragraphs of such a table, left column first; any other table as it is.</summary>
    public static IEnumerable<Block> Unfold(Table table)
    {
        var cells = table.Rows.SelectMany(row => row.Cells).ToList();
        if (table.ColumnCount > MostColumns || table.Rows.Count > MostRows || !cells.Exists(cell => LineSigns.IsFormal(cell.Text)))
        {
            return [table];
        }

        return cells.Where(cell => cell.Text.Length > 0)
            .OrderBy(cell => cell.Column)
            .SelectMany(cell => cell.Text.Split('\n'))
            .Select(text => new Paragraph(text) { Lines = [text] });
    }
}
