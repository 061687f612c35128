namespace NamRo.Reading.Raster;

/// <summary>How ruling lines hang together.</summary>
internal static class LineNet
{
    /// <summary>More lines than this on a page are a pattern or a drawing; the longest are kept.</summary>
    public const int MostLines = 1_500;

    /// <summary>Lengthens lines that end just before a line they should meet, and cuts off what sticks out behind it.</summary>
    /// <param name="reach">How far a line may be off, in pixels.</param>
    public static IReadOnlyList<RasterLine> Snap(IReadOnlyList<RasterLine> lines, int reach)
    {
        var kept = lines.OrderByDescending(line => line.Length).Take(MostLines).ToList();
        var horizontal = kept.Where(line => line.IsHorizontal).ToList();
        var vertical = kept.Where(line => !line.IsHorizontal).ToList();
        return [.. horizontal.Select(line => Snap(line, vertical, reach)), .. vertical.Select(line => Snap(line, horizontal, reach))];
    }

    /// <summary>Lines that cross or meet each other, directly or through others.</summary>
    public static IEnumerable<IReadOnlyList<RasterLine>> Groups(IReadOnlyList<RasterLine> lines, int tolerance)
    {
        var waiting = new List<RasterLine>(lines);
        while (waiting.Count > 0)
        {
            var group = new List<RasterLine> { waiting[^1] };
            waiting.RemoveAt(waiting.Count - 1);
            for (var next = 0; next < group.Count; next++)
            {
                var line = group[next];
                group.AddRange(waiting.Where(other => Meet(line, other, tolerance)));
                waiting.RemoveAll(other => Meet(line, other, tolerance));
            }

            yield return group;
        }
    }

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
        var met = crossing.Where(other => line.Position >= other.From - reach && line.Position <= other.To + reach).Select(other => other.Position);
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
