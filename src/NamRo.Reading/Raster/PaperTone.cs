namespace NamRo.Reading.Raster;

/// <summary>Evens out the paper: shadows, grey paper and faded parts become white, ink keeps its contrast.</summary>
internal static class PaperTone
{
    private const int Block = 48;

    /// <summary>Darker paper than this is not believed (a solid dark area, not paper).</summary>
    private const int DarkestPaper = 72;

    public static void Flatten(GrayImage image)
    {
        var across = (image.Width + Block - 1) / Block;
        var down = (image.Height + Block - 1) / Block;
        var paper = WidestOfNeighbours(MeasurePaper(image, across, down), across, down);
        var scale = new int[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            Interpolate(paper, across, down, y, scale);
            var row = image.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (byte)Math.Min(255, (row[x] * scale[x]) >> 8);
            }
        }
    }

    private static byte[] MeasurePaper(GrayImage image, int across, int down)
    {
        var paper = new byte[across * down];
        var histogram = new int[256];
        for (var by = 0; by < down; by++)
        {
            for (var bx = 0; bx < across; bx++)
            {
                Array.Clear(histogram);
                var area = new PixelArea(bx * Block, by * Block, (bx + 1) * Block, (by + 1) * Block).ClipTo(image.Width, image.Height);
                for (var y = area.Top; y < area.Bottom; y++)
                {
                    foreach (var pixel in image.Row(y).Slice(area.Left, area.Width))
                    {
                        histogram[pixel]++;
                    }
                }

                paper[(by * across) + bx] = (byte)Math.Max(DarkestPaper, Percentile(histogram, area.Width * area.Height * 3 / 4));
            }
        }

        return paper;
    }

    private static int Percentile(int[] histogram, int rank)
    {
        var seen = 0;
        for (var tone = 0; tone < histogram.Length; tone++)
        {
            seen += histogram[tone];
            if (seen > rank)
            {
                return tone;
            }
        }

        return 255;
    }

    private static byte[] WidestOfNeighbours(byte[] paper, int across, int down)
    {
        var result = new byte[paper.Length];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                byte brightest = 0;
                for (var ny = Math.Max(0, y - 1); ny <= Math.Min(down - 1, y + 1); ny++)
                {
                    for (var nx = Math.Max(0, x - 1); nx <= Math.Min(across - 1, x + 1); nx++)
                    {
                        brightest = Math.Max(brightest, paper[(ny * across) + nx]);
                    }
                }

                result[(y * across) + x] = brightest;
            }
        }

        return result;
    }

    /// <summary>The factor (times 256) that makes paper white, for each pixel of row y, between the middles of blocks.</summary>
    private static void Interpolate(byte[] paper, int across, int down, int y, int[] scale)
    {
        var (above, below, shareBelow) = Between(y, down);
        for (var x = 0; x < scale.Length; x++)
        {
            var (left, right, shareRight) = Between(x, across);
            var top = (paper[(above * across) + left] * (Block - shareRight)) + (paper[(above * across) + right] * shareRight);
            var bottom = (paper[(below * across) + left] * (Block - shareRight)) + (paper[(below * across) + right] * shareRight);
            var tone = ((top * (Block - shareBelow)) + (bottom * shareBelow)) / (Block * Block);
            scale[x] = (256 * 255) / Math.Max(1, tone);
        }
    }

    private static (int Low, int High, int ShareHigh) Between(int position, int count)
    {
        var shifted = position - (Block / 2);
        var low = Math.Clamp(shifted < 0 ? 0 : shifted / Block, 0, count - 1);
        return shifted < 0 ? (0, 0, 0) : (low, Math.Min(count - 1, low + 1), shifted % Block);
    }
}
