using NamRo.Reading.Layout;
using NamRo.Reading.Ocr;
using NamRo.Reading.Ocr.Engine;

namespace NamRo.Reading.Tests.Ocr;

public sealed class ScanRecognizerTests
{
    private static readonly CancellationToken NoCancel = CancellationToken.None;

    [Fact]
    public void Recognize_TablePage_GivesWordsLinesAndNumbersInSequence()
    {
        var page = new ScanRecognizer().Recognize(Samples.Path("000_scan200_tab.pdf"), 2, NoCancel);

        var text = string.Join(' ', page.Words.Select(word => word.Text));
        Assert.Contains("Chủ động rà soát, nâng cấp và bảo đảm điều kiện tối thiểu", text, StringComparison.Ordinal);
        Assert.Equal(SourceKind.Scan, page.Source);
        Assert.InRange(page.Width, 841, 843);
        Assert.InRange(page.Confidence, 0.9, 1);
        Assert.Equal(8, page.Rulings.Where(line => !line.IsHorizontal).Select(line => Math.Round(line.Position / 3)).Distinct().Count());
        var numbers = page.Words.Where(word => word.Box.Right < 86 && word.Box.Top > 120)
            .OrderBy(word => word.Box.Top).Select(word => word.Text);
        Assert.Equal(["II", "1", "2", "3"], numbers);
    }

    [Fact]
    public void Recognize_SignsThatTheEngineDoesNotKnow_AreSeen()
    {
        var page = new ScanRecognizer().Recognize(Samples.Path("002_scan200.pdf"), 2, NoCancel);

        var text = string.Join(' ', page.Words.Select(word => word.Text));
        Assert.Contains("≥ 84%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("> 84%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognize_RomanNumbers_AreCountedByTheirStrokes()
    {
        var page = new ScanRecognizer().Recognize(Samples.Path("000_scan200_tab.pdf"), 7, NoCancel);

        Assert.Contains(page.Words, word => word.Text == "VIII.");
    }

    [Fact]
    public void Recognize_SamePageTwice_GivesTheSame()
    {
        var recognizer = new ScanRecognizer();
        var first = recognizer.Recognize(Samples.Path("003_scan200.pdf"), 2, NoCancel);
        recognizer.Recognize(Samples.Path("003_scan200.pdf"), 1, NoCancel);
        var again = recognizer.Recognize(Samples.Path("003_scan200.pdf"), 2, NoCancel);

        Assert.Equal(first.Words, again.Words);
        Assert.Equal(first.Rulings, again.Rulings);
    }

    [Fact]
    public void Recognize_PageThatIsNotThere_IsEmptyWithANotice()
    {
        var page = new ScanRecognizer().Recognize(Samples.Path("003_scan200.pdf"), 99, NoCancel);

        Assert.Empty(page.Words);
        Assert.Equal("ocr.page-unread", Assert.Single(page.Notices).Rule);
    }

    [Fact]
    public void Pages_AreReadInOrderAndReported()
    {
        var reports = new List<(int, int)>();
        var options = ReadingOptions.Default with { RecognitionThreads = 2, Progress = (done, all) => reports.Add((done, all)) };

        var pages = ScannedPages.Recognize(new NumberingRecognizer(), "x.pdf", [3, 1, 2], options, NoCancel);

        Assert.Equal([3, 1, 2], pages.Select(page => page.Number));
        Assert.Equal([(1, 3), (2, 3), (3, 3)], reports);
    }

    [Fact]
    public void Pages_MissingEngine_IsOneClearRefusal()
    {
        var failure = Assert.Throws<ReadingException>(
            () => ScannedPages.Recognize(new MissingRecognizer(), "x.pdf", [1, 2], ReadingOptions.Default, NoCancel));

        Assert.Contains("tesseract-ocr-vie", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LanguageData_NotWhereTheEnvironmentSays_NamesThePackages()
    {
        var failure = Assert.Throws<ReadingException>(() => LanguageData.Find("/nowhere"));

        Assert.Contains("tesseract-ocr-vie", failure.Message, StringComparison.Ordinal);
    }

    private sealed class NumberingRecognizer : IPageRecognizer
    {
        public PageContent Recognize(string pdfPath, int page, CancellationToken cancel) => new(page, 1, 1, SourceKind.Scan, 1, [], []);
    }

    private sealed class MissingRecognizer : IPageRecognizer
    {
        public PageContent Recognize(string pdfPath, int page, CancellationToken cancel) =>
            throw new ReadingException(LanguageData.Missing);
    }
}
