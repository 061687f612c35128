using NamRo.Reading.Layout;
using NamRo.Reading.Ocr.Engine;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr;

/// <summary>
/// Recognises pages that are pictures. Places are those of the straightened page: a page that lay askew on the scanner was turned back
/// about its middle, so a place may be off the picture in the file by a few points towards the page's edges.
/// </summary>
/// <param name="render">Draws a page (from 1) of a file.</param>
internal sealed class ScanRecognizer(Func<string, int, CancellationToken, RenderedPage> render) : IPageRecognizer
{
    /// <summary>Below this a word is doubtful, and a person should look.</summary>
    public const double Doubtful = 0.5;

    private const int MostExamples = 5;

    /// <summary>Recognises pages of PDF files.</summary>
    public ScanRecognizer()
        : this(PageRenderer.Render)
    {
    }

    /// <summary>Recognises one page (from 1). A page that cannot be drawn or read comes back empty, with a notice.</summary>
    /// <exception cref="ReadingException">The engine, its language data or the program that draws pages is not installed.</exception>
    public PageContent Recognize(string pdfPath, int page, CancellationToken cancel)
    {
        try
        {
            return Recognize(render(pdfPath, page, cancel), page, cancel);
        }
        catch (Exception failure) when (failure is InvalidDataException or TimeoutException)
        {
            return new PageContent(page, 0, 0, SourceKind.Scan, 0, [], [])
            {
                Notices = [new ReadingNotice("ocr.page-unread", $"Không nhận dạng được trang {page}; hãy quét lại trang này.", page)],
            };
        }
    }

    /// <summary>Recognises a picture that is one page.</summary>
    public static PageContent Recognize(RenderedPage rendered, int page, CancellationToken cancel) => EnginePool.Use(engines =>
    {
        var upright = Read(rendered with { Image = rendered.Image.Copy() }, page, engines, givesUp: true, cancel);
        if (upright is not null)
        {
            return upright;
        }

        var turns = ReadingDirection.Find(rendered.Image, engines);
        var turned = Read(rendered with { Image = QuarterTurn.Turn(rendered.Image, turns) }, page, engines, givesUp: false, cancel)
            ?? throw new InvalidDataException("A page that was given up though it should not be.");
        if (turns == 0)
        {
            return turned;
        }

        var notice = new ReadingNotice("ocr.page-turned", $"Trang {page} được quét xoay {turns * 90} độ, đã xoay lại để nhận dạng.", page);
        return turned with { Notices = [.. turned.Notices, notice] };
    });

    /// <summary>Reads a picture as it lies; null when it is given up because it reads as nonsense.</summary>
    private static PageContent? Read(RenderedPage rendered, int page, EnginePair engines, bool givesUp, CancellationToken cancel)
    {
        var prepared = PreparedPage.From(rendered.Image, rendered.PointsPerPixel);
        var scale = rendered.PointsPerPixel;
        var text = new PageText(prepared, engines, cancel) { GivesUp = givesUp };
        if (text.Read() is not { } found)
        {
            return null;
        }

        var words = found.Select(word => ToWord(word, scale)).ToList();
        var confidence = words.Count == 0 ? 0 : words.Average(word => word.Confidence);
        var rulings = prepared.Lines.Select(line => PageTable.ToRuling(line, scale)).ToList();
        return new PageContent(page, rendered.Width, rendered.Height, SourceKind.Scan, confidence, words, rulings)
        {
            Notices = [.. Notices(page, words, text.UnreadAreas)],
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
        var doubtful = words.Where(word => word.Confidence < Doubtful).Select(word => word.Text).ToList();
        if (doubtful.Count > 0)
        {
            var examples = string.Join(", ", doubtful.Distinct().Take(MostExamples).Select(text => $"\"{text}\""));
            yield return new ReadingNotice(
                "ocr.doubtful-words",
                $"Trang {page} là bản quét: {doubtful.Count} từ nhận dạng chưa chắc ({examples}), cần đối chiếu với bản gốc.",
                page);
        }

        if (unread > 0)
        {
            yield return new ReadingNotice(
                "ocr.unread-ink", $"Trang {page} có {unread} chỗ có nét mực nhưng không nhận ra chữ, cần xem bản gốc.", page);
        }
    }
}
