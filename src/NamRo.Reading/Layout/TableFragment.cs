namespace NamRo.Reading.Layout;

/// <summary>A cell of the part of a table that stands on one page.</summary>
/// <param name="IsMergedFromAbove">It repeats the text of a cell that spans this row and earlier ones.</param>
/// <param name="SpansRows">It belongs to a cell over several rows.</param>
internal sealed record FragmentCell(
    string Text, int Column, int ColumnSpan, Box Box, double Confidence, bool IsMergedFromAbove, bool SpansRows)
{
    public bool IsBold { get; init; }

    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A row of the part of a table that stands on one page.</summary>
internal sealed record FragmentRow(IReadOnlyList<FragmentCell> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);

    /// <summary>Whether both rows consist of cells over the same columns.</summary>
    public bool IsShapedLike(FragmentRow other) =>
        Cells.Count == other.Cells.Count
        && Cells.Zip(other.Cells).All(pair => pair.First.Column == pair.Second.Column && pair.First.ColumnSpan == pair.Second.ColumnSpan);

    public bool HasSameTexts(FragmentRow other) =>
        IsShapedLike(other)
            && Cells.Zip(other.Cells).All(pair => string.Equals(pair.First.Text, pair.Second.Text, StringComparison.Ordinal));
}

/// <summary>The part of a table that stands on one page.</summary>
internal sealed record TableFragment(int Page, Box Box, IReadOnlyList<double> ColumnEdges, IReadOnlyList<FragmentRow> Rows)
{
    public int ColumnCount => ColumnEdges.Count - 1;

    /// <summary>Words on its outline that belong to no cell.</summary>
    public int WordsInNoCell { get; init; }

    public SourceKind Source { get; init; }
}
