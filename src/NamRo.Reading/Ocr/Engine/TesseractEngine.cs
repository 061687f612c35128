using System.Runtime.InteropServices;
using System.Text;
using NamRo.Reading.Raster;

namespace NamRo.Reading.Ocr.Engine;

/// <summary>
/// One native engine. Not for use by two threads at once. The same picture always gives the same words: what the engine could learn is
/// switched off.
/// </summary>
internal sealed class TesseractEngine : IDisposable
{
    private const int NeuralNetworkOnly = 1;
    private const int NoMessages = 6;
    private const int TextLine = 2;
    private const int WordLevel = 3;

    /// <summary>One picture (at most a page) may take this long; a page of dense text takes one or two seconds.</summary>
    private const int DeadlineMilliseconds = 20_000;

    private static readonly Lock Loading = new();

    private readonly TesseractHandle handle;

    private TesseractEngine(TesseractHandle handle) => this.handle = handle;

    /// <param name="onlyCharacters">If not null, the only characters that it may find (numbers of a list).</param>
    /// <exception cref="ReadingException">The library or the language's data is not installed.</exception>
    public static TesseractEngine Create(string? onlyCharacters = null)
    {
        try
        {
            var data = LanguageData.Find();
            var native = Load();
            if (native.IsInvalid || NativeMethods.TessBaseAPIInit2(native, data, LanguageData.Language, NeuralNetworkOnly) != 0)
            {
                native.Dispose();
                throw new ReadingException(LanguageData.Missing);
            }

            var engine = new TesseractEngine(native);
            engine.Set("debug_file", "/dev/null");
            engine.Set("tessedit_enable_doc_dict", "0");
            engine.Set("classify_enable_learning", "0");
            engine.Set("tessedit_char_whitelist", onlyCharacters ?? "");
            return engine;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new ReadingException(LanguageData.Missing, failure);
        }
    }

    /// <summary>Reads a picture. An unreadable or empty one gives no words.</summary>
    /// <exception cref="TimeoutException">It took longer than a picture may.</exception>
    public IReadOnlyList<RecognizedWord> Read(GrayImage image, Segmentation segmentation)
    {
        NativeMethods.TessBaseAPISetPageSegMode(handle, (int)segmentation);
        SetImage(image);
        NativeMethods.TessBaseAPISetSourceResolution(handle, PageRenderer.DotsPerInch);
        var monitor = NativeMethods.TessMonitorCreate();
        try
        {
            NativeMethods.TessMonitorSetDeadlineMSecs(monitor, DeadlineMilliseconds);
            return NativeMethods.TessBaseAPIRecognize(handle, monitor) == 0
                ? CollectWords()
                : throw new TimeoutException("Recognition of one picture took too long.");
        }
        finally
        {
            NativeMethods.TessMonitorDelete(monitor);
            NativeMethods.TessBaseAPIClear(handle);
        }
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Loading reads the environment and fills tables that the engines share, so one at a time.</summary>
    private static TesseractHandle Load()
    {
        lock (Loading)
        {
            // Pages are already read side by side; threads inside an engine would only fight over the same cores.
            _ = NativeMethods.SetEnvironment("OMP_THREAD_LIMIT", "1", 1);
            _ = NativeMethods.SetMessageSeverity(NoMessages);
            return new TesseractHandle(NativeMethods.TessBaseAPICreate());
        }
    }

    private void Set(string name, string value) => _ = NativeMethods.TessBaseAPISetVariable(handle, name, value);

    private unsafe void SetImage(GrayImage image)
    {
        fixed (byte* pixels = image.Pixels)
        {
            NativeMethods.TessBaseAPISetImage(handle, pixels, image.Width, image.Height, 1, image.Width);
        }
    }

    private List<RecognizedWord> CollectWords()
    {
        var words = new List<RecognizedWord>();
        var iterator = NativeMethods.TessBaseAPIGetIterator(handle);
        if (iterator == 0)
        {
            return words;
        }

        try
        {
            var line = -1;
            do
            {
                var place = NativeMethods.TessResultIteratorGetPageIterator(iterator);
                line += line < 0 || NativeMethods.TessPageIteratorIsAtBeginningOf(place, TextLine) != 0 ? 1 : 0;
                var text = Text(iterator);
                if (text.Length > 0 && Area(place, WordLevel) is { IsEmpty: false } area && Area(place, TextLine) is { } lineArea)
                {
                    var confidence = Math.Clamp(NativeMethods.TessResultIteratorConfidence(iterator, WordLevel) / 100, 0, 1);
                    words.Add(new RecognizedWord(text, area, line, lineArea, confidence, PointSize(iterator)));
                }
            }
            while (NativeMethods.TessResultIteratorNext(iterator, WordLevel) != 0);
        }
        finally
        {
            NativeMethods.TessResultIteratorDelete(iterator);
        }

        return words;
    }

    private static string Text(nint iterator)
    {
        var native = NativeMethods.TessResultIteratorGetUTF8Text(iterator, WordLevel);
        if (native == 0)
        {
            return "";
        }

        try
        {
            return (Marshal.PtrToStringUTF8(native) ?? "").Trim().Normalize(NormalizationForm.FormC);
        }
        finally
        {
            NativeMethods.TessDeleteText(native);
        }
    }

    private static unsafe PixelArea? Area(nint place, int level)
    {
        int left, top, right, bottom;
        var isFound = NativeMethods.TessPageIteratorBoundingBox(place, level, &left, &top, &right, &bottom) != 0;
        return isFound ? new(left, top, right, bottom) : null;
    }

    private static unsafe double PointSize(nint iterator)
    {
        int ignored, size = 0;
        _ = NativeMethods.TessResultIteratorWordFontAttributes(
            iterator, &ignored, &ignored, &ignored, &ignored, &ignored, &ignored, &size, &ignored);
        return size;
    }
}
