using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Content;

/// <summary>
/// The annotations of a page that are shown, with their appearance (ISO 32000-1, 12.5.5): stamped numbers and dates, form fields,
/// signatures.
/// </summary>
internal static class Annotations
{
    private const int MaximumAnnotations = 2_000;
    private const int HiddenFlags = 2 | 32;

    /// <summary>Each appearance with the map from its own coordinates, its matrix left out, to the page's.</summary>
    public static IEnumerable<(PdfStream Appearance, Matrix Transform)> Shown(PdfFile file, PdfPage page)
    {
        foreach (var item in (file.Get<PdfArray>(page.Dictionary, "Annots")?.Items ?? []).Take(MaximumAnnotations))
        {
            if (file.Resolve(item) is PdfDictionary annotation
                && ((int)file.Number(annotation, "F") & HiddenFlags) == 0
                && file.Name(annotation, "Subtype") != "Popup"
                && Appearance(file, annotation) is { } appearance
                && Placement(file, annotation, appearance) is { } transform)
            {
                yield return (appearance, transform);
            }
        }
    }

    private static PdfStream? Appearance(PdfFile file, PdfDictionary annotation) =>
        file.Resolve(file.Dictionary(annotation, "AP")?["N"]) switch
        {
            PdfStream stream => stream,
            PdfDictionary states => file.Resolve(states[file.Name(annotation, "AS") ?? ""]) as PdfStream,
            _ => null,
        };

    /// <summary>The map that puts the appearance's transformed box onto the annotation's rectangle.</summary>
    private static Matrix? Placement(PdfFile file, PdfDictionary annotation, PdfStream appearance)
    {
        var target = file.Numbers(annotation["Rect"]);
        var box = file.Numbers(appearance.Dictionary["BBox"]);
        if (target.Length != 4 || box.Length != 4)
        {
            return null;
        }

        var own = file.Numbers(appearance.Dictionary["Matrix"]);
        var matrix = own.Length == 6 ? new Matrix(own[0], own[1], own[2], own[3], own[4], own[5]) : Matrix.Identity;
        (double X, double Y)[] corners =
        [
            matrix.Apply(box[0], box[1]), matrix.Apply(box[2], box[1]), matrix.Apply(box[2], box[3]), matrix.Apply(box[0], box[3]),
        ];
        var (left, right) = (corners.Min(corner => corner.X), corners.Max(corner => corner.X));
        var (bottom, top) = (corners.Min(corner => corner.Y), corners.Max(corner => corner.Y));
        if (right - left < 1e-6 || top - bottom < 1e-6)
        {
            return null;
        }

        var scaleX = Math.Abs(target[2] - target[0]) / (right - left);
        var scaleY = Math.Abs(target[3] - target[1]) / (top - bottom);
        var shiftX = Math.Min(target[0], target[2]) - left * scaleX;
        var shiftY = Math.Min(target[1], target[3]) - bottom * scaleY;
        return new Matrix(scaleX, 0, 0, scaleY, shiftX, shiftY);
    }
}
