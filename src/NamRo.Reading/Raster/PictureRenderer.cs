using System.Globalization;
using System.Text;

namespace NamRo.Reading.Raster;

/// <summary>
/// Decodes picture files (PNG, JPEG, TIFF with many pages, BMP, GIF) with ImageMagick in a limited child process. A picture is taken to
/// be an A4 page, upright or lying: it is brought to 300 dots an inch whatever its own size, and turned as its camera says.
/// </summary>
internal static class PictureRenderer
{
    private const string Package = "imagemagick";

    /// <summary>The longer side of an A4 page at 300 dots an inch.</summary>
    private const int LongerSide = 3_508;

    private const int MaximumPixels = LongerSide * LongerSide;
    private const double PointsPerPixel = 72.0 / PageRenderer.DotsPerInch;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>How many pages the file holds.</summary>
    /// <exception cref="ReadingException">ImageMagick is not installed.</exception>
    /// <exception cref="InvalidDataException">It is no picture, or a damaged one.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static int CountPages(string path, CancellationToken cancel)
    {
        string[] arguments = ["-limit", "disk", "0", "-ping", "-format", "%n\n", Source(path)];
        var count = LimitedProcess.Run("identify", Package, arguments, Limit, ReadFirstLine, cancel);
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages > 0
            ? pages
            : throw new InvalidDataException("A picture without pages.");
    }

    /// <summary>Decodes one page (from 1).</summary>
    /// <exception cref="ReadingException">ImageMagick is not installed.</exception>
    /// <exception cref="InvalidDataException">It is no picture, or a damaged one.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static RenderedPage Render(string path, int page, CancellationToken cancel)
    {
        var frame = string.Create(CultureInfo.InvariantCulture, $"{Source(path)}[{page - 1}]");
        var size = string.Create(CultureInfo.InvariantCulture, $"{LongerSide}x{LongerSide}");
        string[] arguments =
        [
            "-limit", "disk", "0", frame, "-auto-orient", "-background", "white", "-alpha", "remove",
            "-colorspace", "sRGB", "-resize", size, "-depth", "8", "ppm:-",
        ];
        var image = LimitedProcess.Run(
            "convert", Package, arguments, Limit, stream => PortablePixmap.ReadRedChannel(stream, MaximumPixels), cancel);
        return new RenderedPage(image ?? throw new InvalidDataException("A picture of an unexpected size."), PointsPerPixel);
    }

    /// <summary>One page (from 1) as a PNG for people to look at, as large as an A4 page of that sharpness.</summary>
    public static byte[]? Draw(string path, int page, int dotsPerInch, Func<Stream, byte[]> read, CancellationToken cancel)
    {
        var frame = string.Create(CultureInfo.InvariantCulture, $"{Source(path)}[{page - 1}]");
        var side = LongerSide * dotsPerInch / PageRenderer.DotsPerInch;
        var size = string.Create(CultureInfo.InvariantCulture, $"{side}x{side}");
        string[] arguments =
            ["-limit", "disk", "0", frame, "-auto-orient", "-background", "white", "-alpha", "remove", "-resize", size, "png:-"];
        return LimitedProcess.Run("convert", Package, arguments, Limit, read, cancel);
    }

    /// <summary>Whether the file begins as a picture does.</summary>
    public static bool IsPicture(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && FormatOf(head) is not null;
    }

    /// <summary>The format is told by the file's own first bytes and given by name, so that no other decoder is ever tried on it.</summary>
    private static string Source(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        _ = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return $"{FormatOf(head) ?? throw new InvalidDataException("No known picture format.")}:{Path.GetFullPath(path)}";
    }

    private static string? FormatOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, 0x50, 0x4E, 0x47] => "png",
        [0xFF, 0xD8, 0xFF, _] => "jpeg",
        [0x49, 0x49, 0x2A, 0x00] or [0x4D, 0x4D, 0x00, 0x2A] => "tiff",
        [0x42, 0x4D, _, _] => "bmp",
        [0x47, 0x49, 0x46, 0x38] => "gif",
        _ => null,
    };

    private static string ReadFirstLine(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadLine() ?? throw new EndOfStreamException();
    }
}
