using NamRo.Reading.PlainText;

namespace NamRo.Reading.Spreadsheets;

/// <summary>Tells a sheet's tables from the titles above and the notes and signatures below them.</summary>
internal static class SheetLayout
{
    private const int FewestTableCells = 3;
    private const int MostLooseCells = 2;
    private const int NumberColumnReach = 3;

    public static IEnumerable<Block> Read(SheetGrid grid)
    {
        var headers = FindHeaders(grid);
        var row = 0;
        for (var i = 0; i < headers.Count; i++)
        {
            var end = i + 1 < headers.Count ? TitleStart(grid, headers[i], headers[i + 1]) : BodyEnd(grid, headers[i]);
            foreach (var paragraph in Loose(grid, row, headers[i]))
            {
                yield return paragraph;
            }

            yield return SheetTable.Lay(grid, headers[i], end);
            row = end;
        }

        foreach (var paragraph in Loose(grid, row, grid.RowCount))
        {
            yield return paragraph;
        }
    }

    /// <summary>Rows with a number heading ("STT"); without one the first row that is filled like a table.</summary>
    private static List<int> FindHeaders(SheetGrid grid)
    {
        var numbered = Enumerable.Range(0, grid.RowCount).Where(row => IsNumberHeader(grid, row)).ToList();
        if (numbered.Count > 0)
        {
            return [.. numbered.Where((row, i) => i == 0 || !IsRepeated(grid, numbered[0], row))];
        }

        var fewest =
            Math.Min(FewestTableCells, Math.Max(2, Enumerable.Range(0, grid.RowCount).Select(grid.Filled).DefaultIfEmpty(0).Max()));
        return [.. Enumerable.Range(0, grid.RowCount).Where(row => grid.Filled(row) >= fewest).Take(1)];
    }

    private static bool IsNumberHeader(SheetGrid grid, int row) =>
        grid.Filled(row) > 1
            && Enumerable.Range(0, Math.Min(NumberColumnReach, grid.ColumnCount))
                .Any(column => LineSigns.IsNumberHeading(grid[row, column]));

    /// <summary>The same header printed again in the middle of the table.</summary>
    private static bool IsRepeated(SheetGrid grid, int header, int row) =>
        Enumerable.Range(0, grid.ColumnCount).All(column => grid[header, column] == grid[row, column]);

    /// <summary>Where the titles of the next table begin: the loose rows right above its header.</summary>
    private static int TitleStart(SheetGrid grid, int header, int next)
    {
        var start = next;
        while (start - 1 > header && IsLoose(grid, start - 1))
        {
            start--;
        }

        return start;
    }

    /// <summary>Where the table ends: before the last blank row, when only loose rows follow.</summary>
    private static int BodyEnd(SheetGrid grid, int header)
    {
        var end = grid.RowCount;
        for (var row = grid.RowCount - 1; row > header && IsLoose(grid, row); row--)
        {
            end = grid.Filled(row) == 0 ? row : end;
        }

        return end;
    }

    private static bool IsLoose(SheetGrid grid, int row)
    {
        var filled = grid.Filled(row);
        if (filled == 0)
        {
            return true;
        }

        var first = Enumerable.Range(0, grid.ColumnCount).Select(column => grid[row, column]).First(text => text.Length > 0);
        return filled <= MostLooseCells && !LineSigns.IsRowNumber(first) && !LineSigns.StartsNumber(first);
    }

    private static IEnumerable<Paragraph> Loose(SheetGrid grid, int start, int end) =>
        from row in Enumerable.Range(start, Math.Max(0, end - start))
        from column in Enumerable.Range(0, grid.ColumnCount)
        let text = grid[row, column]
        where !LineSigns.IsRuling(text)
        from line in SplitCell(text)
        select line;

    private static IEnumerable<Paragraph> SplitCell(string text)
    {
        var lines = text.Split('\n').Select(TextJoin.Fold).Where(line => line.Length > 0).ToList();
        return lines.Exists(LineSigns.StartsItem) || lines.Exists(LineSigns.StartsSignature)
            ? lines.Select(line => new Paragraph(line) { Lines = [line] })
            : [new Paragraph(TextJoin.Join(lines)) { Lines = lines }];
    }
}
