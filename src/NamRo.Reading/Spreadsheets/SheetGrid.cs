namespace NamRo.Reading.Spreadsheets;

/// <summary>A range of merged cells, both ends included, from 0.</summary>
internal readonly record struct Merge(int Top, int Left, int Bottom, int Right);

/// <summary>The shown texts of one sheet.</summary>
internal sealed class SheetGrid(string name, IReadOnlyList<string[]> rows, IReadOnlyList<Merge> merges)
{
    private readonly Dictionary<(int Row, int Column), Merge> covered = Cover(merges, rows.Count);

    public string Name { get; } = name;

    public int RowCount => rows.Count;

    public int ColumnCount { get; } = rows.Count == 0 ? 0 : rows.Max(row => row.Length);

    public string this[int row, int column] => row < rows.Count && column < rows[row].Length ? rows[row][column] : string.Empty;

    public int Filled(int row) => rows[row].Count(text => text.Length > 0);

    /// <summary>The merge that covers this cell.</summary>
    public Merge? MergeAt(int row, int column) => covered.TryGetValue((row, column), out var merge) ? merge : null;

    private static Dictionary<(int Row, int Column), Merge> Cover(IReadOnlyList<Merge> merges, int rowCount)
    {
        const int MostCells = 1_000_000;
        var cells = new Dictionary<(int, int), Merge>();
        foreach (var merge in merges)
        {
            for (var row = merge.Top; row <= Math.Min(merge.Bottom, rowCount - 1); row++)
            {
                for (var column = merge.Left; column <= merge.Right && cells.Count < MostCells; column++)
                {
                    cells.TryAdd((row, column), merge);
                }
            }
        }

        return cells;
    }
}
