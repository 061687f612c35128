using System.Globalization;
using NamRo.Reading.Raster;

namespace NamRo.Reading;

/// <summary>Draws a page of a PDF or of a scan in a picture file (a TIFF with many pages) for people to look at.</summary>
public static class PagePicture
{
    /// <summary>Larger than any page of text at a readable size.</summary>
    private const int MaximumBytes = 24 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The page as a PNG; null when it cannot be drawn.</summary>
    /// <param name="path">A PDF without a password, or a picture file.</param>
    /// <param name="page">From 1.</param>
    /// <param name="dotsPerInch">How sharp.</param>
    /// <param name="cancel">Stops the drawing.</param>
    public static byte[]? Draw(string path, int page, int dotsPerInch, CancellationToken cancel)
    {
        try
        {
            return PictureRenderer.IsPicture(path)
                ? PictureRenderer.Draw(path, page, dotsPerInch, ReadAll, cancel)
                : DrawPdf(path, page, dotsPerInch, cancel);
        }
        catch (Exception failure) when (failure is InvalidDataException or TimeoutException or ReadingException)
        {
            return null;
        }
    }

    private static byte[]? DrawPdf(string pdfPath, int page, int dotsPerInch, CancellationToken cancel)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
            ["-png", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, Path.GetFullPath(pdfPath)];
        return LimitedProcess.Run("pdftoppm", "poppler-utils", arguments, Limit, ReadAll, cancel);
    }

    private static byte[] ReadAll(Stream output)
    {
        using var picture = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = output.Read(buffer)) > 0 && picture.Length <= MaximumBytes)
        {
            picture.Write(buffer, 0, count);
        }

        return picture.Length is > 0 and <= MaximumBytes ? picture.ToArray() : throw new InvalidDataException("No picture.");
    }
}
