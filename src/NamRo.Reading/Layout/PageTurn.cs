namespace NamRo.Reading.Layout;

/// <summary>Turns a page by quarters so that its text stands upright, and places found there back to the page as it is displayed.</summary>
internal static class PageTurn
{
    /// <summary>The page as it looks after being turned back by the given number of quarters clockwise.</summary>
    public static PageContent Upright(PageContent page, int quarterTurns)
    {
        if (quarterTurns == 0)
        {
            return page;
        }

        var isSideways = quarterTurns % 2 == 1;
        return page with
        {
            Width = isSideways ? page.Height : page.Width,
            Height = isSideways ? page.Width : page.Height,
            QuarterTurns = quarterTurns,
            Words = [.. page.Words.Select(word => word with { Box = Turn(word.Box, 4 - quarterTurns, page.Width, page.Height) })],
            Asides = [.. page.Asides.Select(word => word with { Box = Turn(word.Box, 4 - quarterTurns, page.Width, page.Height) })],
            Rulings = [.. page.Rulings.Select(ruling => Turn(ruling, 4 - quarterTurns, page.Width, page.Height))],
        };
    }

    /// <summary>A box of the upright page on the page as displayed.</summary>
    public static Box ToDisplayed(PageContent page, Box box) =>
        page.QuarterTurns == 0 ? box : Turn(box, page.QuarterTurns, page.Width, page.Height);

    public static (double Width, double Height) DisplayedSize(PageContent page) =>
        page.QuarterTurns % 2 == 1 ? (page.Height, page.Width) : (page.Width, page.Height);

    /// <summary>The block with all its places as displayed.</summary>
    public static Block ToDisplayed(IReadOnlyDictionary<int, PageContent> turned, Block block)
    {
        if (!block.Places.Any(place => turned.ContainsKey(place.Page)))
        {
            return block;
        }

        var moved = block with { Places = [.. block.Places.Select(Move)] };
        return moved is Table table ? table with { Rows = [.. table.Rows.Select(MoveRow)] } : moved;

        Place Move(Place place) => turned.TryGetValue(place.Page, out var page) ? place with { Box = ToDisplayed(page, place.Box) } : place;

        TableRow MoveRow(TableRow row) =>
            row with { Cells = [.. row.Cells.Select(cell => cell with { Places = [.. cell.Places.Select(Move)] })] };
    }

    /// <summary>Turns a box clockwise with a sheet of the given size.</summary>
    private static Box Turn(Box box, int quarterTurns, double width, double height) => quarterTurns switch
    {
        1 => new Box(height - box.Bottom, box.Left, height - box.Top, box.Right),
        2 => new Box(width - box.Right, height - box.Bottom, width - box.Left, height - box.Top),
        3 => new Box(box.Top, width - box.Right, box.Bottom, width - box.Left),
        _ => box,
    };

    private static Ruling Turn(Ruling ruling, int quarterTurns, double width, double height)
    {
        var box = ruling.IsHorizontal
            ? new Box(ruling.From, ruling.Position, ruling.To, ruling.Position)
            : new Box(ruling.Position, ruling.From, ruling.Position, ruling.To);
        var turned = Turn(box, quarterTurns, width, height);
        return ruling.IsHorizontal == (quarterTurns % 2 == 0)
            ? Ruling.Horizontal(turned.Top, turned.Left, turned.Right)
            : Ruling.Vertical(turned.Left, turned.Top, turned.Bottom);
    }
}
