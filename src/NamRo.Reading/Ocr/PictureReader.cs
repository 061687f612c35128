using NamRo.Reading.Layout;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>Reads picture files (a photographed or scanned plan): PNG, JPEG, TIFF with one or more pages, BMP, GIF.</summary>
internal static class PictureReader
{
    /// <exception cref="ReadingException">No engine on this machine, too many pages, a damaged picture, or one without any
    /// text.</exception>
    public static DocumentReading Read(string path, ReadingOptions options, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        try
        {
            var count = PictureRenderer.CountPages(path, cancel);
            if (count > options.MaximumPages)
            {
                throw new ReadingException(
                    $"Tệp \"{name}\" có {count} trang, nhiều hơn mức {options.MaximumPages} trang; hãy tách tệp rồi thử lại.");
            }

            var recognizer = new ScanRecognizer(PictureRenderer.Render);
            var pages = ScannedPages.Recognize(recognizer, path, [.. Enumerable.Range(1, count)], options, cancel);
            return pages.Any(page => page.Words.Count > 0)
                ? DocumentLayout.Build(pages, SourceKind.Scan, [], cancel)
                : throw new ReadingException($"Không nhận ra chữ nào trong ảnh \"{name}\"; hãy chụp hoặc quét lại rõ hơn.");
        }
        catch (Exception failure) when (failure is InvalidDataException or TimeoutException)
        {
            throw new ReadingException($"Không mở được ảnh \"{name}\": tệp hỏng hoặc quá lớn; hãy chụp hoặc quét lại.", failure);
        }
    }
}
