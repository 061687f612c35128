using NamRo.Reading.Layout;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>A ruled table on a picture: its outline and cells in pixels, bounded by the middles of the lines around.</summary>
internal sealed record PageTable(PixelArea Area, IReadOnlyList<PixelArea> Cells)
{
    public static IReadOnlyList<PageTable> FindAll(IEnumerable<RasterLine> lines, double pointsPerPixel) =>
    [
        .. RuledGrid.FindAll([.. lines.Select(line => ToRuling(line, pointsPerPixel))])
            .Select(grid => new PageTable(
                ToArea(grid.Box, pointsPerPixel), [.. grid.Cells.Select(cell => ToArea(cell.Box, pointsPerPixel))])),
    ];

    public static Ruling ToRuling(RasterLine line, double pointsPerPixel) =>
        new(line.IsHorizontal, line.Position * pointsPerPixel, line.From * pointsPerPixel, line.To * pointsPerPixel);

    private static PixelArea ToArea(Box box, double pointsPerPixel) => new(
        (int)Math.Round(box.Left / pointsPerPixel),
        (int)Math.Round(box.Top / pointsPerPixel),
        (int)Math.Round(box.Right / pointsPerPixel),
        (int)Math.Round(box.Bottom / pointsPerPixel));
}
