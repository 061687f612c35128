namespace NamRo.Reading.PlainText;

/// <summary>One row as it is written: the cells' texts, "\n" between paragraphs of a cell.</summary>
/// <param name="OpensPiece">The row is the first one after a gap (a page end, a repeated header).</param>
internal sealed record WrittenRow(IReadOnlyList<string> Cells, bool IsBold = false, bool OpensPiece = false)
{
    public int FilledCount => Cells.Count(cell => cell.Length > 0);
}

/// <summary>A run of rows without a gap.</summary>
/// <param name="HeaderRows">How many of the first rows the writing marks as header (a Markdown rule below them).</param>
internal sealed record WrittenPiece(IReadOnlyList<WrittenRow> Rows, int HeaderRows)
{
    public int ColumnCount => Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Count);
}
