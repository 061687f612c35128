using NamRo.Language;
using NamRo.Reading.Layout;
using NamRo.Reading.Pdf.Content;
using NamRo.Reading.Pdf.Fonts;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf;

/// <summary>A page as its text layer gives it.</summary>
/// <param name="NeedsRecognition">It is a picture, or its letters are mapped to the wrong text: read it by its looks instead.</param>
internal sealed record TextLayerPage(PageContent Content, bool NeedsRecognition);

/// <summary>Reads the text layer of every page of a PDF.</summary>
internal static class TextLayer
{
    /// <summary>Good layers have 0.995 and more, broken ones about 0.2: any limit between does.</summary>
    public const double LowestPlausibleShare = 0.85;

    private const double PictureShare = 0.5;
    private const int FewWords = 20;

    public static IReadOnlyList<TextLayerPage> Read(string path, ReadingOptions options, CancellationToken cancel)
    {
        var (buffer, length) = Qpdf.Rewrite(path, cancel);
        var file = new PdfFile(buffer, length);
        var fonts = new FontLoader(file);
        var pages = new PageTree(file, options.MaximumPages).Pages();
        var read = new List<TextLayerPage>(pages.Count);
        foreach (var page in pages)
        {
            cancel.ThrowIfCancellationRequested();
            read.Add(ReadPage(read.Count + 1, ContentInterpreter.Interpret(file, fonts, page, cancel)));
        }

        return read;
    }

    private static TextLayerPage ReadPage(int number, PageMarks marks)
    {
        var words = marks.Words.Select(word => word.ToWord()).ToList();
        var stamps = marks.StampWords.Select(word => word.ToWord()).ToList();
        var confidence = Syllable.PlausibleShare(string.Join(' ', words.Select(word => word.Text)));
        var content = new PageContent(number, marks.Width, marks.Height, SourceKind.TextLayer, confidence, words, marks.Rulings)
        {
            Asides = stamps,
        };
        var isPicture = words.Count == 0 ? marks.ImageShare > 0 : words.Count < FewWords && marks.ImageShare > PictureShare;
        return new TextLayerPage(content, isPicture || (words.Count > 0 && confidence < LowestPlausibleShare));
    }
}
