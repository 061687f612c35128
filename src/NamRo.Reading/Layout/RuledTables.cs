namespace NamRo.Reading.Layout;

/// <summary>Puts the words of a page into the cells of its ruled grids.</summary>
internal static class RuledTables
{
    /// <summary>The fragments from top to bottom, and the words that stand in none of them.</summary>
    public static (IReadOnlyList<TableFragment> Fragments, IReadOnlyList<Word> Others) Read(PageContent page)
    {
        IReadOnlyList<Word> others = page.Words;
        var fragments = new List<TableFragment>();
        foreach (var grid in RuledGrid.FindAll(page.Rulings))
        {
            var isInside = others.ToLookup(word => Contains(grid.Box, word.Box.MiddleX, word.Box.MiddleY));
            if (!isInside[true].Any())
            {
                continue;
            }

            others = [.. isInside[false]];
            var onOutline = others.Count(word => IsOnOutline(grid.Box, word.Box));
            fragments.Add(Fill(page, grid, isInside[true]) with { WordsInNoCell = onOutline, Source = page.Source });
        }

        return (fragments, others);
    }

    private static TableFragment Fill(PageContent page, RuledGrid grid, IEnumerable<Word> words)
    {
        var owner = new GridCell[grid.RowCount, grid.ColumnCount];
        foreach (var cell in grid.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    owner[row, column] = cell;
                }
            }
        }

        var contents = words.ToLookup(word =>
            owner[Interval(grid.RowEdges, word.Box.MiddleY), Interval(grid.ColumnEdges, word.Box.MiddleX)]);
        var composed = grid.Cells.ToDictionary(cell => cell, cell => Compose(cell, [.. contents[cell]]));
        // A row that only repeats what spans it is none: a stroke of a scan, or a border of an empty column, divides it.
        var rows = Enumerable.Range(0, grid.RowCount).Select(row => RowOf(row, owner, composed))
            .Where(row => row.Cells.Any(cell => !cell.IsEmpty && !cell.IsMergedFromAbove));
        return new TableFragment(page.Number, grid.Box, grid.ColumnEdges, [.. rows]);
    }

    private static FragmentRow RowOf(int row, GridCell[,] owner, Dictionary<GridCell, FragmentCell> composed)
    {
        var cells = new List<FragmentCell>();
        for (var column = 0; column < owner.GetLength(1); column += owner[row, column].ColumnSpan)
        {
            var cell = owner[row, column];
            cells.Add(composed[cell] with { IsMergedFromAbove = row > cell.Row });
        }

        return new FragmentRow(cells);
    }

    private static FragmentCell Compose(GridCell cell, IReadOnlyList<Word> words) =>
        new(
            CellComposer.Compose(words, cell.Box),
            cell.Column,
            cell.ColumnSpan,
            cell.Box,
            words.Count == 0 ? 1 : words.Average(word => word.Confidence),
            IsMergedFromAbove: false,
            SpansRows: cell.RowSpan > 1)
        {
            IsBold = words.Count > 0 && words.All(word => word.IsBold),
        };

    private static int Interval(double[] edges, double position)
    {
        var found = Array.BinarySearch(edges, position);
        return Math.Clamp((found >= 0 ? found : ~found - 1), 0, edges.Length - 2);
    }

    private static bool Contains(Box box, double x, double y) => x >= box.Left && x <= box.Right && y >= box.Top && y <= box.Bottom;

    private static bool IsOnOutline(Box outline, Box word)
    {
        var width = Math.Min(outline.Right, word.Right) - Math.Max(outline.Left, word.Left);
        return width > 0.2 * word.Width && word.MiddleY > outline.Top && word.MiddleY < outline.Bottom;
    }
}
