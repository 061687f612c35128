using NamRo.Language;
using NamRo.Reading.Layout;
using NamRo.Reading.Pdf.Content;
using NamRo.Reading.Pdf.Fonts;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf;

/// <summary>A page as its text layer gives it.</summary>
/// <param name="NeedsRecognition">It is a picture (a scanner's hidden text knows no tables), or its letters are mapped to the wrong text:
/// read it by its looks instead.</param>
internal sealed record TextLayerPage(PageContent Content, bool NeedsRecognition)
{
    /// <summary>Its words are better than nothing where recognition is impossible.</summary>
    public bool IsReadable => Content.Words.Count > 0 && Content.Confidence >= TextLayer.LowestPlausibleShare;
}

/// <summary>Reads the text layer of every page of a PDF.</summary>
internal static class TextLayer
{
    /// <summary>Good layers have 0.995 and more, broken ones about 0.2: any limit between does.</summary>
    public const double LowestPlausibleShare = 0.85;

    private const double MostUnknownShare = 0.004;
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
        var turns = UsualTurns(marks.Words);
        var words = marks.Words.Where(word => word.QuarterTurns == turns).Select(word => word.ToWord()).ToList();
        var asides = marks.Words.Where(word => word.QuarterTurns != turns).Concat(marks.StampWords).Select(word => word.ToWord()).ToList();
        var confidence = Syllable.PlausibleShare(string.Join(' ', words.Select(word => word.Text)));
        var content = new PageContent(number, marks.Width, marks.Height, SourceKind.TextLayer, confidence, words, marks.Rulings)
        {
            Asides = asides,
        };
        var isPicture = words.Count == 0
            ? marks.ImageShare > 0 || marks.IsDrawn
            : (words.Count < FewWords || marks.IsHiddenText) && marks.ImageShare > PictureShare;
        var isBroken = words.Count > 0 && (confidence < LowestPlausibleShare || UnknownShare(words) > MostUnknownShare);
        return new TextLayerPage(PageTurn.Upright(content, turns), isPicture || isBroken);
    }

    /// <summary>
    /// Share of glyphs whose font does not say what they stand for: a map may lack a single letter, which leaves most words readable but
    /// wrong.
    /// </summary>
    private static double UnknownShare(List<Word> words) =>
        words.Sum(word => word.Text.Count(letter => letter == CompositeFont.Unknown[0])) / (double)words.Sum(word => word.Text.Length);

    /// <summary>How most of the text is turned; words set otherwise (a watermark, a stamp) are no part of the text's flow.</summary>
    private static int UsualTurns(IReadOnlyList<PlacedWord> words) =>
        words.Count == 0
            ? 0
            : words.GroupBy(word => word.QuarterTurns).OrderByDescending(group => group.Sum(word => word.Text.Length)).First().Key;
}
