using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>Where the ink of an area lies, so that no engine is asked to read blank paper.</summary>
/// <param name="Area">The smallest area that holds it.</param>
/// <param name="Pixels">How many pixels are ink.</param>
internal readonly record struct InkBounds(PixelArea Area, int Pixels)
{
    /// <summary>On even white paper everything darker than this is ink.</summary>
    private const byte Darkest = 140;

    /// <summary>A row or column with fewer ink pixels than this may be a speck or the rest of a line.</summary>
    private const int FewestInRow = 2;

    /// <summary>
    /// Tails of the letters above that reach over an area's top end within this many pixels, and are followed by blank paper.
    /// </summary>
    private const int LongestTail = 14;

    /// <summary>Letters of the cell itself begin lower than this under the line above them.</summary>
    private const int TopFringe = 4;

    /// <summary>Measures a cell: what reaches into it from the cell above is left out.</summary>
    public static InkBounds MeasureCell(GrayImage image, PixelArea cell)
    {
        var inside = cell.ClipTo(image.Width, image.Height);
        var reachesIn = false;
        for (var y = inside.Top; y < Math.Min(inside.Bottom, inside.Top + LongestTail); y++)
        {
            var isBlank = CountInk(image, inside, y) == 0;
            if (isBlank && reachesIn)
            {
                return Measure(image, inside with { Top = y });
            }

            reachesIn |= !isBlank && y < inside.Top + TopFringe;
        }

        return Measure(image, inside);
    }

    public static InkBounds Measure(GrayImage image, PixelArea area)
    {
        var inside = area.ClipTo(image.Width, image.Height);
        var columns = new int[inside.Width];
        var (top, bottom, pixels) = (inside.Bottom, inside.Top, 0);
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            var inRow = CountInk(image, inside, y, columns);
            if (inRow >= FewestInRow)
            {
                (top, bottom) = (Math.Min(top, y), y + 1);
            }

            pixels += inRow;
        }

        var left = Array.FindIndex(columns, count => count >= FewestInRow);
        var right = Array.FindLastIndex(columns, count => count >= FewestInRow) + 1;
        return left < 0 || top >= bottom ? new(default, 0) : new(new(inside.Left + left, top, inside.Left + right, bottom), pixels);
    }

    private static int CountInk(GrayImage image, PixelArea inside, int y, int[]? columns = null)
    {
        var row = image.Row(y).Slice(inside.Left, inside.Width);
        var inked = 0;
        for (var x = 0; x < row.Length; x++)
        {
            if (row[x] < Darkest)
            {
                inked++;
                if (columns is not null)
                {
                    columns[x]++;
                }
            }
        }

        return inked;
    }
}
