namespace NamRo.Reading.Raster;

/// <summary>Salt-and-pepper dots: measured first, because the median that removes them costs fine detail (dots and tone marks).</summary>
internal static class Speckle
{
    /// <summary>More lone dots than this in a million pixels is a speckled page.</summary>
    private const double SpeckledPerMillion = 1_200;

    public static bool IsSpeckled(InkMap ink) => LoneDots(ink) * 1e6 / ((double)ink.Width * ink.Height) > SpeckledPerMillion;

    /// <summary>The 3 x 3 median; the outermost pixels stay.</summary>
    public static GrayImage Median(GrayImage image)
    {
        var result = image.Copy();
        Span<byte> window = stackalloc byte[9];
        for (var y = 1; y < image.Height - 1; y++)
        {
            var above = image.Row(y - 1);
            var here = image.Row(y);
            var below = image.Row(y + 1);
            var target = result.Row(y);
            for (var x = 1; x < image.Width - 1; x++)
            {
                above.Slice(x - 1, 3).CopyTo(window);
                here.Slice(x - 1, 3).CopyTo(window[3..]);
                below.Slice(x - 1, 3).CopyTo(window[6..]);
                target[x] = MiddleOfNine(window);
            }
        }

        return result;
    }

    /// <summary>Dots at most three pixels wide with nothing but paper two pixels around.</summary>
    private static int LoneDots(InkMap ink)
    {
        var dots = 0;
        for (var y = 4; y < ink.Height - 4; y++)
        {
            var row = ink.Row(y);
            var above = ink.Row(y - 1);
            for (var x = 4; x < ink.Width - 4; x++)
            {
                var isTopLeftOfDot = row[x] != 0 && row[x - 1] == 0 && above[x] == 0 && above[x + 1] == 0 && above[x - 1] == 0;
                if (isTopLeftOfDot && ink.Count(new(x - 2, y - 2, x + 5, y + 5)) == ink.Count(new(x, y, x + 3, y + 3)))
                {
                    dots++;
                }
            }
        }

        return dots;
    }

    private static byte MiddleOfNine(Span<byte> window)
    {
        for (var i = 0; i < 5; i++)
        {
            var least = i;
            for (var j = i + 1; j < 9; j++)
            {
                if (window[j] < window[least])
                {
                    least = j;
                }
            }

            (window[i], window[least]) = (window[least], window[i]);
        }

        return window[4];
    }
}
