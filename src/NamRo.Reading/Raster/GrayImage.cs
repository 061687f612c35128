namespace NamRo.Reading.Raster;

/// <summary>A grey picture: one byte a pixel, row after row, 0 black to 255 white.</summary>
internal sealed class GrayImage
{
    public const byte White = 255;

    public GrayImage(int width, int height)
        : this(width, height, new byte[checked(width * height)])
    {
    }

    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != width * height)
        {
            throw new ArgumentException("A picture holds exactly width times height pixels.", nameof(pixels));
        }

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    public Span<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>Cuts an area out and surrounds it with a white margin (an engine reads letters at the very edge badly).</summary>
    public GrayImage Crop(PixelArea area, int margin)
    {
        var inside = area.ClipTo(Width, Height);
        var crop = new GrayImage(inside.Width + (2 * margin), inside.Height + (2 * margin));
        crop.Pixels.AsSpan().Fill(White);
        for (var y = 0; y < inside.Height; y++)
        {
            Row(inside.Top + y).Slice(inside.Left, inside.Width).CopyTo(crop.Row(margin + y)[margin..]);
        }

        return crop;
    }

    /// <summary>Paints an area white.</summary>
    public void Blank(PixelArea area)
    {
        var inside = area.ClipTo(Width, Height);
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            Row(y).Slice(inside.Left, inside.Width).Fill(White);
        }
    }

    public GrayImage Copy() => new(Width, Height, (byte[])Pixels.Clone());
}
