using NamRo.Reading.Layout;
using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>
/// Recognises pages that are pictures. Places are those of the straightened page: a page that lay askew on the scanner was turned back about its middle, so a place
/// may be off the picture in the file by a few points towards the page's edges.
/// </summary>
internal sealed class ScanRecognizer : IPageRecognizer
{
    /// <summary>Below this a word is doubtful, and a person should look.</summary>
    public const double Doubtful = 0.5;

    /// <summary>Recognises one page (from 1). A page that cannot be drawn or read comes back empty, with a notice.</summary>
    /// <exception cref="ReadingException">No engine, no language data or no pdftoppm on this machine.</exception>
    public PageContent Recognize(string pdfPath, int page, CancellationToken cancel)
    {
        try
        {
            return Recognize(PageRenderer.Render(pdfPath, page, cancel), page, cancel);
        }
        catch (Exception failure) when (failure is InvalidDataException or TimeoutException)
        {
            return new PageContent(page, 0, 0, SourceKind.Scan, 0, [], [])
            {
                Notices = [new ReadingNotice("ocr.page-unread", $"Không nhận dạng được trang {page}; hãy quét lại trang này.", page)],
            };
        }
    }

    /// <summary>Recognises a picture that is one page; the picture's pixels are changed.</summary>
    public static PageContent Recognize(RenderedPage rendered, int page, CancellationToken cancel)
    {
        var prepared = PreparedPage.From(rendered.Image, rendered.PointsPerPixel);
        var scale = rendered.PointsPerPixel;
        var (found, unread) = EnginePool.Use(engines => new PageText(prepared, engines, cancel).Read());
        var words = found.Select(word => ToWord(word, scale)).ToList();
        var confidence = words.Count == 0 ? 0 : words.Average(word => word.Confidence);
        return new PageContent(page, rendered.Width, rendered.Height, SourceKind.Scan, confidence, words, [.. prepared.Lines.Select(line => PageTable.ToRuling(line, scale))])
        {
            Notices = [.. Notices(page, words, unread)],
        };
    }

    /// <summary>Words of a line share its top and bottom, as they do in a text layer, so that layout sees one line.</summary>
    private static Word ToWord(RecognizedWord word, double scale)
    {
        var box = new Box(word.Area.Left * scale, word.LineArea.Top * scale, word.Area.Right * scale, word.LineArea.Bottom * scale);
        return new Word(word.Text, box, word.Confidence, word.FontSize);
    }

    private static IEnumerable<ReadingNotice> Notices(int page, List<Word> words, int unread)
    {
        var doubtful = words.Count(word => word.Confidence < Doubtful);
        if (doubtful > 0)
        {
            yield return new ReadingNotice("ocr.doubtful-words", $"Trang {page} là bản quét: {doubtful} từ nhận dạng chưa chắc, cần đối chiếu với bản gốc.", page);
        }

        if (unread > 0)
        {
            yield return new ReadingNotice("ocr.unread-ink", $"Trang {page} có {unread} chỗ có nét mực nhưng không nhận ra chữ, cần xem bản gốc.", page);
        }
    }
}
