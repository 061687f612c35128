using System.Globalization;
using NamRo.Reading.Raster;

namespace NamRo.Reading;

/// <summary>Draws a page of a PDF for people to look at.</summary>
public static class PagePicture
{
    /// <summary>Larger than any page of text at a readable size.</summary>
    private const int MaximumBytes = 24 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The page as a PNG; null when it cannot be drawn.</summary>
    /// <param name="pdfPath">A PDF without a password.</param>
    /// <param name="page">From 1.</param>
    /// <param name="dotsPerInch">How sharp.</param>
    /// <param name="cancel">Stops the drawing.</param>
    public static byte[]? Draw(string pdfPath, int page, int dotsPerInch, CancellationToken cancel)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
            ["-png", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, Path.GetFullPath(pdfPath)];
        try
        {
            return LimitedProcess.Run("pdftoppm", "poppler-utils", arguments, Limit, ReadAll, cancel);
        }
        catch (Exception failure) when (failure is InvalidDataException or TimeoutException or ReadingException)
        {
            return null;
        }
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
