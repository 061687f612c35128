namespace NamRo.Reading.Layout;

/// <summary>Puts the lines and tables of one page in reading order.</summary>
internal static class PageFlow
{
    public static void Add(BlockFlow flow, int page, List<TextLine> lines, IReadOnlyList<TableFragment> tables, TextBounds bounds)
    {
        var rest = lines;
        foreach (var table in tables.OrderBy(table => table.Box.Top))
        {
            AddLines(flow, page, [.. rest.Where(line => line.Box.MiddleY < table.Box.Top)], bounds);
            rest = [.. rest.Where(line => line.Box.MiddleY >= table.Box.Top)];
            flow.Add(table);
        }

        AddLines(flow, page, rest, bounds);
    }

    private static void AddLines(BlockFlow flow, int page, List<TextLine> lines, TextBounds bounds)
    {
        foreach (var zone in ColumnZones.Find(lines, bounds))
        {
            if (zone.IsTwoColumns)
            {
                flow.Add(ParagraphBuilder.Build(page, zone.Left, TextBounds.Around(zone.Left), isInBlock: true));
                flow.Add(ParagraphBuilder.Build(page, zone.Right, TextBounds.Around(zone.Right), isInBlock: true));
            }
            else
            {
                flow.Add(ParagraphBuilder.Build(page, zone.Left, bounds));
            }
        }
    }
}
