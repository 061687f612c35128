namespace NamRo.Reading.Raster;

/// <summary>
/// Paints ruling lines white and leaves the letters that touch them. Cutting a cell out inside its lines instead would lose tails and
/// dots below (ộ, ạ, ị, g).
/// </summary>
internal static class LineEraser
{
    /// <summary>Around a crossing everything goes: there the ink across one line is the other line.</summary>
    private const int CrossingReach = 7;

    /// <summary>The grey fringe of a stroke, and the drift of a line that is not quite straight.</summary>
    private const int Fringe = 2;

    private const int Drift = 5;

    public static void Erase(GrayImage image, InkMap ink, IReadOnlyList<RasterLine> lines)
    {
        foreach (var crossing in LineNet.Crossings(lines, CrossingReach))
        {
            image.Blank(crossing.Grow(CrossingReach));
        }

        foreach (var line in lines)
        {
            EraseLine(image, ink, line);
        }
    }

    private static void EraseLine(GrayImage image, InkMap ink, RasterLine line)
    {
        var middle = (int)Math.Round(line.Position);
        var bare = (From: middle - (line.Thickness / 2), To: middle + (line.Thickness / 2));
        for (var along = line.From; along < line.To; along++)
        {
            if (StrokeAcross(ink, line, along, middle) is not { } stroke)
            {
                continue;
            }

            if (stroke.To - stroke.From < line.Thickness + 3)
            {
                bare = stroke;
                Whiten(image, line.IsHorizontal, along, stroke.From - Fringe, stroke.To + Fringe);
            }
            else if (stroke.From >= bare.From - Fringe)
            {
                // A letter below hangs on the line: what the line covered just before goes, the letter stays. The next case is a
                // letter above.
                Whiten(image, line.IsHorizontal, along, stroke.From - Fringe, bare.To);
            }
            else if (stroke.To <= bare.To + Fringe)
            {
                Whiten(image, line.IsHorizontal, along, bare.From, stroke.To + Fringe);
            }
        }
    }

    /// <summary>The ink across a line at one place, at most a little longer than looked for; null where the line is interrupted.</summary>
    private static (int From, int To)? StrokeAcross(InkMap ink, RasterLine line, int along, int middle)
    {
        var reach = (line.Thickness / 2) + Drift;
        var last = (line.IsHorizontal ? ink.Height : ink.Width) - 1;
        var start = -1;
        for (var step = 0; step <= reach && start < 0; step++)
        {
            start = IsInk(middle + step) ? middle + step : IsInk(middle - step) ? middle - step : -1;
        }

        if (start < 0)
        {
            return null;
        }

        var (from, to) = (start, start);
        while (start - from <= reach + line.Thickness && IsInk(from - 1))
        {
            from--;
        }

        while (to - start <= reach + line.Thickness && IsInk(to + 1))
        {
            to++;
        }

        return (from, to);

        bool IsInk(int across) => across >= 0 && across <= last && (line.IsHorizontal ? ink[along, across] : ink[across, along]);
    }

    private static void Whiten(GrayImage image, bool isHorizontal, int along, int from, int to)
    {
        var last = (isHorizontal ? image.Height : image.Width) - 1;
        for (var across = Math.Max(0, from); across <= Math.Min(last, to); across++)
        {
            var (x, y) = isHorizontal ? (along, across) : (across, along);
            image.Pixels[(y * image.Width) + x] = GrayImage.White;
        }
    }
}
