namespace NamRo.Reading.Raster;

/// <summary>How ruling lines hang together.</summary>
internal static class LineNet
{
    /// <summary>More lines than this on a page are a pattern or a drawing; the longest are kept.</summary>
    public const int MostLines = 1_500;

    /// <summary>A shorter line by itself may be a part of a letter, in pixels at 300 dots an inch.</summary>
    private const int ShortestAlone = 220;

    /// <summary>Lengthens lines that end just before a line they should meet, and cuts off what sticks out behind it.</summary>
    /// <param name="reach">How far a line may be off, in pixels.</param>
    public static IReadOnlyList<RasterLine> Snap(IReadOnlyList<RasterLine> lines, int reach)
    {
        var kept = lines.OrderByDescending(line => line.Length).Take(MostLines).ToList();
        var horizontal = kept.Where(line => line.IsHorizontal).ToList();
        var vertical = kept.Where(line => !line.IsHorizontal).ToList();
        return [.. horizontal.Select(line => Snap(line, vertical, reach)), .. vertical.Select(line => Snap(line, horizontal, reach))];
    }

    /// <summary>Leaves out short lines that meet no other: the bars of letters (TT) and dashes.</summary>
    public static IReadOnlyList<RasterLine> WithoutStrokes(IReadOnlyList<RasterLine> lines, int tolerance) =>
    [
        .. lines.Where(line => line.Length >= ShortestAlone
            || lines.Any(other => other.Length >= ShortestAlone && Meet(line, other, tolerance))),
    ];

    /// <summary>Where lines cross or meet: the area that both strokes cover.</summary>
    public static IEnumerable<PixelArea> Crossings(IReadOnlyList<RasterLine> lines, int tolerance) =>
        from across in lines
        where across.IsHorizontal
        from down in lines
        where Meet(across, down, tolerance)
        let halfWidth = down.Thickness / 2.0
        let halfHeight = across.Thickness / 2.0
        select new PixelArea(
            (int)Math.Floor(down.Position - halfWidth),
            (int)Math.Floor(across.Position - halfHeight),
            (int)Math.Ceiling(down.Position + halfWidth),
            (int)Math.Ceiling(across.Position + halfHeight));

    private static bool Meet(RasterLine line, RasterLine other, int tolerance) =>
        line.IsHorizontal != other.IsHorizontal
        && other.Position >= line.From - tolerance && other.Position <= line.To + tolerance
        && line.Position >= other.From - tolerance && line.Position <= other.To + tolerance;

    private static RasterLine Snap(RasterLine line, List<RasterLine> crossing, int reach)
    {
        var met = crossing.Where(other => line.Position >= other.From - reach && line.Position <= other.To + reach)
            .Select(other => other.Position);
        var (from, to) = ((double)line.From, (double)line.To);
        var (nearestFrom, nearestTo) = ((double)reach, (double)reach);
        foreach (var position in met)
        {
            if (Math.Abs(position - line.From) <= nearestFrom)
            {
                (from, nearestFrom) = (position, Math.Abs(position - line.From));
            }

            if (Math.Abs(position - line.To) <= nearestTo)
            {
                (to, nearestTo) = (position, Math.Abs(position - line.To));
            }
        }

        return from < to ? line with { From = (int)Math.Round(from), To = (int)Math.Round(to) } : line;
    }
}
