namespace NamRo.Reading.Layout;

/// <summary>A cell of a ruled grid; it may span rows and columns whose separating lines are missing.</summary>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, Box Box);

/// <summary>
/// The grid that crossing ruling lines form on one page. Sides without a line (a row cut by the page end, a table without outer
/// borders) are closed where the crossing lines end.
/// </summary>
internal sealed class RuledGrid
{
    private const double CrossingTolerance = 3;
    private const double EdgeTolerance = 3.5;
    private const double OpenSideDistance = 6;
    private const double SeparatorShare = 0.6;
    private const int MaximumLines = 4_000;
    private const int MaximumGridCells = 200_000;

    private RuledGrid(double[] columnEdges, double[] rowEdges, IReadOnlyList<GridCell> cells)
    {
        ColumnEdges = columnEdges;
        RowEdges = rowEdges;
        Cells = cells;
    }

    public double[] ColumnEdges { get; }

    public double[] RowEdges { get; }

    public int ColumnCount => ColumnEdges.Length - 1;

    public int RowCount => RowEdges.Length - 1;

    /// <summary>Row by row, left to right.</summary>
    public IReadOnlyList<GridCell> Cells { get; }

    public Box Box => new(ColumnEdges[0], RowEdges[0], ColumnEdges[^1], RowEdges[^1]);

    /// <summary>All grids of a page from top to bottom; a single frame around something is no grid.</summary>
    public static IReadOnlyList<RuledGrid> FindAll(IReadOnlyList<Ruling> rulings)
    {
        var lines = RulingMerger.Merge(rulings);
        if (lines.Count > MaximumLines)
        {
            return [];
        }

        return
        [
            .. ConnectedLines(lines)
                .Select(Build)
                .OfType<RuledGrid>()
                .Where(grid => grid.ColumnCount * grid.RowCount > 1)
                .OrderBy(grid => grid.Box.Top)
                .ThenBy(grid => grid.Box.Left),
        ];
    }

    private static IEnumerable<List<Ruling>> ConnectedLines(List<Ruling> lines)
    {
        var group = Enumerable.Range(0, lines.Count).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = i + 1; j < lines.Count; j++)
            {
                if (lines[i].IsHorizontal != lines[j].IsHorizontal && Cross(lines[i], lines[j]))
                {
                    group[Root(i)] = Root(j);
                }
            }
        }

        return Enumerable.Range(0, lines.Count).GroupBy(Root, i => lines[i]).Select(members => members.ToList());

        int Root(int i)
        {
            while (group[i] != i)
            {
                i = group[i] = group[group[i]];
            }

            return i;
        }
    }

    private static bool Cross(Ruling one, Ruling other) =>
        one.Position >= other.From - CrossingTolerance && one.Position <= other.To + CrossingTolerance
        && other.Position >= one.From - CrossingTolerance && other.Position <= one.To + CrossingTolerance;

    private static RuledGrid? Build(List<Ruling> lines)
    {
        var horizontals = lines.Where(line => line.IsHorizontal).ToList();
        var verticals = lines.Where(line => !line.IsHorizontal).ToList();
        if (horizontals.Count == 0 || verticals.Count == 0 || horizontals.Count + verticals.Count < 3)
        {
            return null;
        }

        var columns = Edges(verticals, horizontals);
        var rows = Edges(horizontals, verticals);
        return columns.Length < 2 || rows.Length < 2 || (long)columns.Length * rows.Length > MaximumGridCells
            ? null
            : new RuledGrid(columns, rows, CellFinder.Find(columns, rows, horizontals, verticals));
    }

    /// <summary>Positions of the lines, and of the ends of the crossing ones where those reach beyond the outermost line.</summary>
    private static double[] Edges(List<Ruling> lines, List<Ruling> crossing)
    {
        var positions = lines.Select(line => line.Position).Order().ToList();
        var first = crossing.Min(line => line.From);
        var last = crossing.Max(line => line.To);
        if (positions[0] - first > OpenSideDistance && crossing.Count(line => line.From - first < EdgeTolerance) > 1)
        {
            positions.Insert(0, first);
        }

        if (last - positions[^1] > OpenSideDistance && crossing.Count(line => last - line.To < EdgeTolerance) > 1)
        {
            positions.Add(last);
        }

        var edges = new List<double>();
        foreach (var position in positions)
        {
            if (edges.Count == 0 || position - edges[^1] > EdgeTolerance)
            {
                edges.Add(position);
            }
        }

        return [.. edges];
    }

    /// <summary>Lets each cell spread to the right and downwards while no line separates it from its neighbour.</summary>
    private static class CellFinder
    {
        public static List<GridCell> Find(double[] columns, double[] rows, List<Ruling> horizontals, List<Ruling> verticals)
        {
            var isBelowLine = Separators(rows, columns, horizontals);
            var isRightOfLine = Separators(columns, rows, verticals);
            var taken = new bool[rows.Length - 1, columns.Length - 1];
            var cells = new List<GridCell>();
            for (var row = 0; row < rows.Length - 1; row++)
            {
                for (var column = 0; column < columns.Length - 1; column++)
                {
                    if (taken[row, column])
                    {
                        continue;
                    }

                    var width = 1;
                    while (column + width < columns.Length - 1 && !isRightOfLine[column + width, row] && !taken[row, column + width])
                    {
                        width++;
                    }

                    var height = 1;
                    while (row + height < rows.Length - 1 && IsOpen(row + height, column, width))
                    {
                        height++;
                    }

                    Take(row, column, height, width);
                    var box = new Box(columns[column], rows[row], columns[column + width], rows[row + height]);
                    cells.Add(new GridCell(row, column, height, width, box));
                }
            }

            return cells;

            bool IsOpen(int row, int column, int width)
            {
                for (var i = column; i < column + width; i++)
                {
                    if (isBelowLine[row, i] || taken[row, i] || (i > column && isRightOfLine[i, row]))
                    {
                        return false;
                    }
                }

                return true;
            }

            void Take(int row, int column, int height, int width)
            {
                for (var r = row; r < row + height; r++)
                {
                    for (var c = column; c < column + width; c++)
                    {
                        taken[r, c] = true;
                    }
                }
            }
        }

        /// <summary>[edge, interval]: whether a line runs along the edge over most of the interval between two crossing edges.</summary>
        private static bool[,] Separators(double[] edges, double[] crossing, List<Ruling> lines)
        {
            var separators = new bool[edges.Length, crossing.Length - 1];
            foreach (var line in lines)
            {
                var edge = Nearest(edges, line.Position);
                for (var i = 0; i < crossing.Length - 1; i++)
                {
                    var covered = Math.Min(line.To, crossing[i + 1]) - Math.Max(line.From, crossing[i]);
                    separators[edge, i] |= covered >= SeparatorShare * (crossing[i + 1] - crossing[i]);
                }
            }

            return separators;
        }

        private static int Nearest(double[] edges, double position)
        {
            var found = Array.BinarySearch(edges, position);
            if (found >= 0)
            {
                return found;
            }

            var after = Math.Min(~found, edges.Length - 1);
            return after > 0 && position - edges[after - 1] < edges[after] - position ? after - 1 : after;
        }
    }
}
