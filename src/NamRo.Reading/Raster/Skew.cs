namespace NamRo.Reading.Raster;

/// <summary>How far a page was laid askew on the scanner, and its straightening.</summary>
internal static class Skew
{
    private const double Widest = 8;
    private const double Coarse = 0.25;
    private const double Fine = 0.05;

    /// <summary>Smaller angles are left alone: turning costs sharpness.</summary>
    private const double Negligible = 0.04;

    private const int Thinning = 2;

    /// <summary>
    /// The angle in degrees by which lines run down to the right (clockwise), found where the ink's projection on the side of the page
    /// is sharpest.
    /// </summary>
    public static double Measure(InkMap ink)
    {
        var points = Points(ink);
        if (points.Count == 0)
        {
            return 0;
        }

        var histogram = new int[(ink.Height / Thinning) + (2 * ink.Width / Thinning)];
        var best = Best(points, histogram, ink.Width / Thinning, -Widest, Widest, Coarse);
        return Best(points, histogram, ink.Width / Thinning, best - Coarse, best + Coarse, Fine);
    }

    /// <summary>Turns the picture back by the measured angle about its middle; uncovered corners become white.</summary>
    public static GrayImage Straighten(GrayImage image, double degrees)
    {
        if (Math.Abs(degrees) < Negligible)
        {
            return image;
        }

        const int One = 1 << 16;
        var radians = degrees * Math.PI / 180;
        var (cos, sin) = ((long)(Math.Cos(radians) * One), (long)(Math.Sin(radians) * One));
        var result = new GrayImage(image.Width, image.Height);
        long middleX = image.Width / 2, middleY = image.Height / 2;
        for (var y = 0; y < image.Height; y++)
        {
            var row = result.Row(y);
            var sourceX = (middleX * One) - (middleX * cos) - ((y - middleY) * sin);
            var sourceY = (middleY * One) - (middleX * sin) + ((y - middleY) * cos);
            for (var x = 0; x < row.Length; x++, sourceX += cos, sourceY += sin)
            {
                row[x] = Sample(image, sourceX, sourceY);
            }
        }

        return result;
    }

    private static byte Sample(GrayImage image, long x, long y)
    {
        var left = (int)(x >> 16);
        var top = (int)(y >> 16);
        if ((uint)left >= (uint)(image.Width - 1) || (uint)top >= (uint)(image.Height - 1))
        {
            return GrayImage.White;
        }

        var (shareX, shareY) = ((int)((x >> 8) & 255), (int)((y >> 8) & 255));
        var at = (top * image.Width) + left;
        var pixels = image.Pixels;
        var upper = (pixels[at] * (256 - shareX)) + (pixels[at + 1] * shareX);
        var lower = (pixels[at + image.Width] * (256 - shareX)) + (pixels[at + image.Width + 1] * shareX);
        return (byte)(((upper * (256 - shareY)) + (lower * shareY) + (1 << 15)) >> 16);
    }

    private static List<(int X, int Y)> Points(InkMap ink)
    {
        var points = new List<(int, int)>();
        for (var y = Thinning; y < ink.Height - Thinning; y += Thinning)
        {
            var row = ink.Row(y);
            for (var x = Thinning; x < ink.Width - Thinning; x += Thinning)
            {
                if (row[x] != 0)
                {
                    points.Add((x / Thinning, y / Thinning));
                }
            }
        }

        return points;
    }

    private static double Best(List<(int X, int Y)> points, int[] histogram, int width, double from, double to, double step)
    {
        var (best, bestScore) = (0.0, -1L);
        var steps = (int)Math.Round((to - from) / step);
        for (var i = 0; i <= steps; i++)
        {
            var degrees = from + (i * step);
            var score = Sharpness(points, histogram, width, degrees);
            if (score > bestScore || (score == bestScore && Math.Abs(degrees) < Math.Abs(best)))
            {
                (best, bestScore) = (degrees, score);
            }
        }

        return best;
    }

    private static long Sharpness(List<(int X, int Y)> points, int[] histogram, int width, double degrees)
    {
        Array.Clear(histogram);
        var slope = (int)(Math.Tan(degrees * Math.PI / 180) * (1 << 16));
        foreach (var (x, y) in points)
        {
            histogram[width + y - ((x * slope) >> 16)]++;
        }

        long score = 0;
        for (var i = 1; i < histogram.Length; i++)
        {
            long difference = histogram[i] - histogram[i - 1];
            score += difference * difference;
        }

        return score;
    }
}
