using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>Finds tables that are set in columns without ruling lines.</summary>
internal static class UnruledTables
{
    private const double GapShare = 0.7;
    private const int FewestColumns = 3;
    private const int FewestSplitLines = 5;
    private const int MostTitleLines = 4;
    private const double FarthestLine = 4;

    /// <summary>The fragments of each page; their lines are taken out of the pages' lines.</summary>
    public static IReadOnlyList<IReadOnlyList<TableFragment>> Take(IReadOnlyList<PageContent> pages, IReadOnlyList<List<TextLine>> lines)
    {
        var regions = lines.Select(FindRegion).ToList();
        var fragments = lines.Select(_ => (IReadOnlyList<TableFragment>)[]).ToList();
        for (var i = 0; i < regions.Count;)
        {
            var end = i + 1;
            while (regions[i] is not null && end < regions.Count && regions[end] is { } next && Continues(lines[end], next)
                && ToPageEnd(lines[end - 1], regions[end - 1]!) is { } whole)
            {
                regions[end - 1] = whole;
                end++;
            }

            if (regions[i] is not null)
            {
                Build(pages, regions, fragments, i, end);
            }

            i = end;
        }

        for (var i = 0; i < regions.Count; i++)
        {
            if (fragments[i].Count > 0)
            {
                lines[i].RemoveAll(regions[i]!.Contains);
            }
        }

        return fragments;
    }

    private static void Build(
        IReadOnlyList<PageContent> pages, List<List<TextLine>?> regions, List<IReadOnlyList<TableFragment>> fragments, int from, int end)
    {
        var all = Enumerable.Range(from, end - from).SelectMany(i => regions[i]!).ToList();
        var edges = ColumnProjection.Edges(all);
        if (edges.Length - 1 < FewestColumns)
        {
            return;
        }

        var header = new List<string>();
        for (var i = from; i < end; i++)
        {
            var rows = new UnruledRows(edges, header).Build(regions[i]!);
            var box = regions[i]!.Select(line => line.Box).Aggregate((one, other) => one.Union(other));
            fragments[i] = [new TableFragment(pages[i].Number, box, edges, rows) { Source = pages[i].Source }];
        }
    }

    /// <summary>A table on the next page continues this one when it stands there first.</summary>
    private static bool Continues(List<TextLine> page, List<TextLine> region) => ReferenceEquals(page[0], region[0]);

    /// <summary>
    /// The region with all lines below it, as it must be when the table goes on on the next page; null when text stands apart below.
    /// </summary>
    private static List<TextLine>? ToPageEnd(List<TextLine> page, List<TextLine> region)
    {
        var first = page.IndexOf(region[0]);
        for (var i = first + region.Count; i < page.Count; i++)
        {
            if (page[i].Box.Top - page[i - 1].Box.Bottom > page[i].Size)
            {
                return null;
            }
        }

        return page.GetRange(first, page.Count - first);
    }

    /// <summary>The run of lines that share white strips between columns; null when there is none.</summary>
    private static List<TextLine>? FindRegion(List<TextLine> lines)
    {
        var parts = lines.Select(line => LineBuilder.Split(line, GapShare).Count).ToList();
        var first = parts.FindIndex(count => count >= FewestColumns);
        var last = first < 0 ? -1 : LastNearby(lines, parts, first);
        if (last - first + 1 < FewestSplitLines)
        {
            return null;
        }

        last = CutAtText(lines, first, last);
        if (last < first)
        {
            return null;
        }

        last = IncludeRest(lines, first, last);
        var region = lines.GetRange(first, last - first + 1);
        var isTable = parts.Skip(first).Take(region.Count).Count(count => count >= FewestColumns) >= FewestSplitLines
            && InnerEdges(region).Length + 1 >= FewestColumns
            && !region.Exists(line => LineSigns.StartsSignature(line.Text));
        return isTable ? region : null;
    }

    /// <summary>The last split line before a wide distance.</summary>
    private static int LastNearby(List<TextLine> lines, List<int> parts, int first)
    {
        var last = first;
        for (var i = first + 1; i < lines.Count && lines[i].Box.Top - lines[i - 1].Box.Bottom < FarthestLine * lines[i].Size; i++)
        {
            last = parts[i] >= 2 ? i : last;
        }

        return last;
    }

    /// <summary>Several lines in a row that run across the columns are text after the table.</summary>
    private static int CutAtText(List<TextLine> lines, int first, int last)
    {
        var edges = InnerEdges(lines.GetRange(first, last - first + 1));
        var across = 0;
        for (var i = first; i <= last; i++)
        {
            across = Array.Exists(edges, edge => ColumnProjection.Crosses(lines[i], edge)) ? across + 1 : 0;
            if (across > MostTitleLines)
            {
                return i - across;
            }
        }

        return last;
    }

    private static double[] InnerEdges(List<TextLine> lines) => ColumnProjection.Edges(lines)[1..^1];

    /// <summary>The last row's longest cell may run on alone: its lines keep within one column.</summary>
    private static int IncludeRest(List<TextLine> lines, int first, int last)
    {
        var edges = ColumnProjection.Edges(lines.GetRange(first, last - first + 1));
        while (last + 1 < lines.Count
            && lines[last + 1].Box.Top - lines[last].Box.Bottom < lines[last].Size
            && edges.Skip(1).SkipLast(1).All(edge => !ColumnProjection.Crosses(lines[last + 1], edge))
            && lines[last + 1].Box.Left > edges[1])
        {
            last++;
        }

        return last;
    }
}
