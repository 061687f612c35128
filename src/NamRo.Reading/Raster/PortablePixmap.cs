using System.Globalization;

namespace NamRo.Reading.Raster;

/// <summary>
/// Reads a binary portable pixmap (PPM, P6) or graymap (PGM, P5) as it streams in and keeps the red channel alone: red ink (stamps) is
/// as bright as paper there, while black ink stays dark. A colour page never stands in memory whole.
/// </summary>
internal static class PortablePixmap
{
    private const int LongestNumber = 6;

    /// <summary>Returns null when the picture has more pixels than allowed; nothing is read then but its head.</summary>
    /// <exception cref="InvalidDataException">It is no such picture.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static GrayImage? ReadRedChannel(Stream stream, int maximumPixels)
    {
        var first = stream.ReadByte();
        var kind = first == -1 ? throw new EndOfStreamException() : stream.ReadByte();
        if (first != 'P' || kind is not ('5' or '6'))
        {
            throw new InvalidDataException("Not a binary portable pixmap.");
        }

        stream.ReadByte();
        var (width, height, brightest) = (ReadNumber(stream), ReadNumber(stream), ReadNumber(stream));
        if (width < 1 || height < 1 || brightest != 255)
        {
            throw new InvalidDataException("A portable pixmap of an unexpected shape.");
        }

        if ((long)width * height > maximumPixels)
        {
            return null;
        }

        return kind == '6' ? ReadColour(stream, width, height) : ReadGray(stream, width, height);
    }

    private static GrayImage ReadGray(Stream stream, int width, int height)
    {
        var image = new GrayImage(width, height);
        stream.ReadExactly(image.Pixels);
        return image;
    }

    private static GrayImage ReadColour(Stream stream, int width, int height)
    {
        const int RowsAtOnce = 32;
        var image = new GrayImage(width, height);
        var buffer = new byte[width * 3 * RowsAtOnce];
        for (var y = 0; y < height; y += RowsAtOnce)
        {
            var rows = Math.Min(RowsAtOnce, height - y);
            var part = buffer.AsSpan(0, rows * width * 3);
            stream.ReadExactly(part);
            var target = image.Pixels.AsSpan(y * width, rows * width);
            for (int i = 0, red = 0; i < target.Length; i++, red += 3)
            {
                target[i] = part[red];
            }
        }

        return image;
    }

    private static int ReadNumber(Stream stream)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        var length = 0;
        for (var next = stream.ReadByte(); next is >= '0' and <= '9'; next = stream.ReadByte())
        {
            if (length == LongestNumber)
            {
                throw new InvalidDataException("A portable pixmap of an unexpected size.");
            }

            digits[length++] = (char)next;
        }

        return length == 0 ? -1 : int.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
