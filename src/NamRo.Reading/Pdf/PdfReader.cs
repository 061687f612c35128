using NamRo.Reading.Layout;
using NamRo.Reading.Ocr;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf;

/// <summary>Reads a PDF: its text layer where it has a sound one, its looks where it has not.</summary>
public static class PdfReader
{
    /// <summary>Reads the file. Deterministic.</summary>
    /// <exception cref="ReadingException">Protected by a password, damaged beyond repair, too many pages, or a program that reading needs
    /// is not installed.</exception>
    public static DocumentReading Read(string path, ReadingOptions options, CancellationToken cancel = default) =>
        Read(path, options, new ScanRecognizer(), cancel);

    internal static DocumentReading Read(string path, ReadingOptions options, IPageRecognizer recognizer, CancellationToken cancel)
    {
        var layers = ReadLayers(path, options, cancel);
        var unreadable = layers.Where(layer => layer.NeedsRecognition).Select(layer => layer.Content.Number).ToList();
        var recognized = Recognize(path, layers, unreadable, options, recognizer, cancel);
        var pages = layers.Select(layer => recognized.GetValueOrDefault(layer.Content.Number) ?? layer.Content).ToList();
        var source = unreadable.Count * 2 > pages.Count ? SourceKind.Scan : SourceKind.TextLayer;
        return DocumentLayout.Build(pages, source, Notices(layers), cancel);
    }

    private static IReadOnlyList<TextLayerPage> ReadLayers(string path, ReadingOptions options, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(options.TimeLimit);
        try
        {
            var layers = TextLayer.Read(path, options, limited.Token);
            return layers.Count > 0 ? layers : throw Refusals.Broken(Path.GetFileName(path), new PdfSyntaxException("There are no pages."));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Refusals.TooSlow(Path.GetFileName(path), options.TimeLimit);
        }
        catch (PdfSyntaxException fault)
        {
            throw Refusals.Broken(Path.GetFileName(path), fault);
        }
    }

    private static Dictionary<int, PageContent> Recognize(
        string path,
        IReadOnlyList<TextLayerPage> layers,
        List<int> unreadable,
        ReadingOptions options,
        IPageRecognizer recognizer,
        CancellationToken cancel)
    {
        try
        {
            return unreadable.Count == 0
                ? []
                : ScannedPages.Recognize(recognizer, path, unreadable, options, cancel).ToDictionary(page => page.Number);
        }
        catch (ReadingException) when (layers.All(layer => !layer.NeedsRecognition || layer.IsReadable))
        {
            return [];
        }
    }

    private static IEnumerable<ReadingNotice> Notices(IEnumerable<TextLayerPage> layers) =>
        layers.Where(layer => layer.NeedsRecognition && layer.Content.Words.Count > 0).Select(layer => new ReadingNotice(
            "pdf.broken-text-layer",
            $"Lớp chữ của trang {layer.Content.Number} không đọc được, trang được nhận dạng từ hình ảnh.",
            layer.Content.Number));
}
