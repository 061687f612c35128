using System.Globalization;

namespace NamRo.Reading.Raster;

/// <summary>A page drawn as a picture, and how large its pixels are.</summary>
/// <param name="PointsPerPixel">Size of a pixel in points.</param>
internal sealed record RenderedPage(GrayImage Image, double PointsPerPixel)
{
    public double Width => Image.Width * PointsPerPixel;

    public double Height => Image.Height * PointsPerPixel;
}

/// <summary>Draws pages of a PDF with poppler's pdftoppm, in colour, so that red stamps can be told from black ink.</summary>
internal static class PageRenderer
{
    public const int DotsPerInch = 300;

    private const int PointsPerInch = 72;

    /// <summary>An A3 page at 300 dots an inch has 17.4 million pixels.</summary>
    private const int MaximumPixels = 36_000_000;

    /// <summary>The longer side of a page that would have more pixels than that.</summary>
    private const int LongestSide = 5_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <exception cref="ReadingException">pdftoppm is not installed.</exception>
    /// <exception cref="InvalidDataException">There is no such page, or it cannot be drawn.</exception>
    /// <exception cref="TimeoutException">Drawing took too long.</exception>
    public static RenderedPage Render(string pdfPath, int page, CancellationToken cancel)
    {
        var image = Draw(pdfPath, page, ["-r", DotsPerInch.ToString(CultureInfo.InvariantCulture)], cancel);
        return image is not null ? new RenderedPage(image, (double)PointsPerInch / DotsPerInch) : RenderHugePage(pdfPath, page, cancel);
    }

    /// <summary>
    /// A poster or a page with a wrong scale: drawn small enough to fit, taken to be as large as its picture at the usual resolution.
    /// </summary>
    private static RenderedPage RenderHugePage(string pdfPath, int page, CancellationToken cancel)
    {
        var image = Draw(pdfPath, page, ["-scale-to", LongestSide.ToString(CultureInfo.InvariantCulture)], cancel)
            ?? throw new InvalidDataException("A page that cannot be drawn small enough.");
        return new RenderedPage(image, (double)PointsPerInch / DotsPerInch);
    }

    private static GrayImage? Draw(string pdfPath, int page, IEnumerable<string> size, CancellationToken cancel)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments = [.. size, "-f", number, "-l", number, Path.GetFullPath(pdfPath)];
        return LimitedProcess.Run(
            "pdftoppm", "poppler-utils", arguments, Limit, stream => PortablePixmap.ReadRedChannel(stream, MaximumPixels), cancel);
    }
}
