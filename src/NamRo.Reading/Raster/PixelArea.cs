namespace NamRo.Reading.Raster;

/// <summary>A rectangle of pixels; Right and Bottom are the first pixel outside.</summary>
internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Right <= Left || Bottom <= Top;

    public PixelArea Shift(int x, int y) => new(Left + x, Top + y, Right + x, Bottom + y);

    public PixelArea Grow(int by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public PixelArea Union(PixelArea other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public bool Overlaps(PixelArea other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The part inside a picture of this size, at least one pixel large.</summary>
    public PixelArea ClipTo(int width, int height)
    {
        var left = Math.Clamp(Left, 0, width - 1);
        var top = Math.Clamp(Top, 0, height - 1);
        return new(left, top, Math.Clamp(Right, left + 1, width), Math.Clamp(Bottom, top + 1, height));
    }
}
