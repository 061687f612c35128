using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>A page made ready for recognition: paper white, lines level, ruling lines found and taken out of the picture.</summary>
/// <param name="Image">The straightened picture without ruling lines.</param>
/// <param name="Lines">The ruling lines, snapped to each other.</param>
/// <param name="Tables">The grids that they form.</param>
/// <param name="SkewDegrees">By how much the page was turned back.</param>
internal sealed record PreparedPage(GrayImage Image, IReadOnlyList<RasterLine> Lines, IReadOnlyList<PageTable> Tables, double SkewDegrees)
{
    /// <summary>Ends of lines this close to a crossing line meet it, in pixels at 300 dots an inch.</summary>
    private const int SnapReach = 20;

    /// <summary>Prepares a picture; its pixels are changed.</summary>
    public static PreparedPage From(GrayImage image, double pointsPerPixel)
    {
        PaperTone.Flatten(image);
        var ink = InkMap.Threshold(image);
        if (Speckle.IsSpeckled(ink))
        {
            image = Speckle.Median(image);
            ink = InkMap.Threshold(image);
        }

        var skew = Skew.Measure(ink);
        var straight = Skew.Straighten(image, skew);
        if (!ReferenceEquals(straight, image))
        {
            ink = InkMap.Threshold(straight);
        }

        var lines = LineNet.WithoutStrokes(LineFinder.Find(ink), SnapReach);
        LineEraser.Erase(straight, ink, lines);
        var snapped = LineNet.Snap(lines, SnapReach);
        return new PreparedPage(straight, snapped, PageTable.FindAll(snapped, pointsPerPixel), skew);
    }
}
