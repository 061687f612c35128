namespace NamRo.Reading.Raster;

/// <summary>The cells that the ruling lines of one table enclose.</summary>
/// <param name="Area">The table's outline.</param>
/// <param name="Cells">From top to bottom, then from left to right; bounded by the middles of the lines around.</param>
internal sealed record CellGrid(PixelArea Area, IReadOnlyList<PixelArea> Cells)
{
    /// <summary>Lines whose ends or middles are this close belong together, in pixels at 300 dots an inch.</summary>
    private const int Tolerance = 8;

    /// <summary>A side of a cell is closed when lines cover this share of it.</summary>
    private const double ClosedShare = 0.6;

    /// <summary>More cells than this on a page are a pattern, no table.</summary>
    private const int MostElements = 20_000;

    /// <summary>The tables of a page, from top to bottom.</summary>
    public static IReadOnlyList<CellGrid> Find(IReadOnlyList<RasterLine> lines) =>
        [.. LineNet.Groups(lines, Tolerance).Select(Build).OfType<CellGrid>().OrderBy(grid => grid.Area.Top).ThenBy(grid => grid.Area.Left)];

    private static CellGrid? Build(IReadOnlyList<RasterLine> group)
    {
        var horizontal = group.Where(line => line.IsHorizontal).ToList();
        var vertical = group.Where(line => !line.IsHorizontal).ToList();
        if (horizontal.Count < 1 || vertical.Count < 2)
        {
            return null;
        }

        // A table cut by the end of the page may lack its first or last line: the ends of the vertical lines close it.
        var down = Cluster([.. horizontal.Select(line => line.Position), vertical.Min(line => line.From), vertical.Max(line => line.To)]);
        var across = Cluster(vertical.Select(line => line.Position));
        if (down.Count < 2 || across.Count < 2 || (long)down.Count * across.Count > MostElements)
        {
            return null;
        }

        var area = new PixelArea(across[0], down[0], across[^1], down[^1]);
        return new CellGrid(area, MergeElements(across, down, horizontal, vertical));
    }

    private static List<int> Cluster(IEnumerable<double> positions)
    {
        var clusters = new List<List<double>>();
        foreach (var position in positions.Order())
        {
            if (clusters.Count > 0 && position - clusters[^1][^1] <= Tolerance)
            {
                clusters[^1].Add(position);
            }
            else
            {
                clusters.Add([position]);
            }
        }

        return [.. clusters.Select(cluster => (int)Math.Round(cluster.Average()))];
    }

    /// <summary>A cell spreads over its neighbours while no line separates them.</summary>
    private static List<PixelArea> MergeElements(List<int> across, List<int> down, List<RasterLine> horizontal, List<RasterLine> vertical)
    {
        var (columns, rows) = (across.Count - 1, down.Count - 1);
        var parent = Enumerable.Range(0, columns * rows).ToArray();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var here = (row * columns) + column;
                if (column + 1 < columns && !IsClosed(vertical, across[column + 1], down[row], down[row + 1]))
                {
                    parent[Root(parent, here + 1)] = Root(parent, here);
                }

                if (row + 1 < rows && !IsClosed(horizontal, down[row + 1], across[column], across[column + 1]))
                {
                    parent[Root(parent, here + columns)] = Root(parent, here);
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, parent.Length).GroupBy(element => Root(parent, element))
                .Select(cell => cell.Select(Element).Aggregate((one, other) => one.Union(other)))
                .OrderBy(cell => cell.Top).ThenBy(cell => cell.Left),
        ];

        PixelArea Element(int index) =>
            new(across[index % columns], down[index / columns], across[(index % columns) + 1], down[(index / columns) + 1]);
    }

    private static int Root(int[] parent, int element)
    {
        while (parent[element] != element)
        {
            parent[element] = parent[parent[element]];
            element = parent[element];
        }

        return element;
    }

    private static bool IsClosed(List<RasterLine> lines, int position, int from, int to)
    {
        var covered = lines.Where(line => Math.Abs(line.Position - position) <= Tolerance)
            .Sum(line => Math.Max(0, Math.Min(to, line.To) - Math.Max(from, line.From)));
        return covered >= ClosedShare * (to - from);
    }
}
