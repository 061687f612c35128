namespace NamRo.Reading.Raster;

/// <summary>Which pixels of a picture are ink (1) and which are paper (0).</summary>
internal sealed class InkMap
{
    private readonly byte[] cells;

    private InkMap(int width, int height, byte[] cells)
    {
        Width = width;
        Height = height;
        this.cells = cells;
    }

    public int Width { get; }

    public int Height { get; }

    public bool this[int x, int y] => cells[(y * Width) + x] != 0;

    public ReadOnlySpan<byte> Row(int y) => cells.AsSpan(y * Width, Width);

    /// <summary>
    /// Local threshold: ink is clearly darker than the mean of its surroundings, so that faded and shaded parts of a page are judged
    /// alike.
    /// </summary>
    /// <param name="radius">Half the side of the square over which the mean is taken.</param>
    /// <param name="share">Ink is darker than this share of the mean.</param>
    public static InkMap Threshold(GrayImage image, int radius = 24, double share = 0.84)
    {
        var (width, height) = (image.Width, image.Height);
        var marks = new byte[width * height];
        var columns = new int[width];
        for (var y = 0; y < Math.Min(radius, height); y++)
        {
            Add(columns, image.Row(y), 1);
        }

        var scaledShare = (long)(share * 1024);
        for (var y = 0; y < height; y++)
        {
            if (y + radius < height)
            {
                Add(columns, image.Row(y + radius), 1);
            }

            if (y - radius - 1 >= 0)
            {
                Add(columns, image.Row(y - radius - 1), -1);
            }

            var rows = Math.Min(height - 1, y + radius) - Math.Max(0, y - radius) + 1;
            ThresholdRow(image.Row(y), columns, marks.AsSpan(y * width, width), radius, rows, scaledShare);
        }

        return new(width, height, marks);
    }

    /// <summary>The same map with rows and columns exchanged, so that columns can be walked as rows.</summary>
    public InkMap Transpose()
    {
        const int Tile = 64;
        var turned = new byte[cells.Length];
        for (var tileY = 0; tileY < Height; tileY += Tile)
        {
            for (var tileX = 0; tileX < Width; tileX += Tile)
            {
                var bottom = Math.Min(Height, tileY + Tile);
                var right = Math.Min(Width, tileX + Tile);
                for (var y = tileY; y < bottom; y++)
                {
                    for (var x = tileX; x < right; x++)
                    {
                        turned[(x * Height) + y] = cells[(y * Width) + x];
                    }
                }
            }
        }

        return new(Height, Width, turned);
    }

    /// <summary>How many pixels of an area are ink.</summary>
    public int Count(PixelArea area)
    {
        var inside = area.ClipTo(Width, Height);
        var count = 0;
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            foreach (var cell in Row(y).Slice(inside.Left, inside.Width))
            {
                count += cell;
            }
        }

        return count;
    }

    /// <summary>Turns ink to paper in an area.</summary>
    public void Blank(PixelArea area)
    {
        var inside = area.ClipTo(Width, Height);
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            cells.AsSpan((y * Width) + inside.Left, inside.Width).Clear();
        }
    }

    private static void Add(int[] columns, ReadOnlySpan<byte> row, int sign)
    {
        for (var x = 0; x < row.Length; x++)
        {
            columns[x] += sign * row[x];
        }
    }

    private static void ThresholdRow(ReadOnlySpan<byte> row, int[] columns, Span<byte> result, int radius, int rows, long scaledShare)
    {
        var width = row.Length;
        long sum = 0;
        for (var x = 0; x < Math.Min(radius, width); x++)
        {
            sum += columns[x];
        }

        for (var x = 0; x < width; x++)
        {
            if (x + radius < width)
            {
                sum += columns[x + radius];
            }

            if (x - radius - 1 >= 0)
            {
                sum -= columns[x - radius - 1];
            }

            var area = (long)rows * (Math.Min(width - 1, x + radius) - Math.Max(0, x - radius) + 1);
            result[x] = row[x] * area * 1024 < sum * scaledShare ? (byte)1 : (byte)0;
        }
    }
}
