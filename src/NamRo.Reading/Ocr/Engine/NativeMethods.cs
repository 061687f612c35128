using System.Runtime.InteropServices;

namespace NamRo.Reading.Ocr.Engine;

/// <summary>The C interface of libtesseract 5 (capi.h), as far as it is used. Nothing here decodes files: only pixels go in.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "libtesseract.so.5";

    [LibraryImport(Library)]
    public static partial nint TessBaseAPICreate();

    [LibraryImport(Library)]
    public static partial void TessBaseAPIDelete(nint engine);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPIInit2(TesseractHandle engine, string dataPath, string language, int mode);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPISetVariable(TesseractHandle engine, string name, string value);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetPageSegMode(TesseractHandle engine, int mode);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetImage(
        TesseractHandle engine, byte* pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetSourceResolution(TesseractHandle engine, int dotsPerInch);

    [LibraryImport(Library)]
    public static partial int TessBaseAPIRecognize(TesseractHandle engine, nint monitor);

    [LibraryImport(Library)]
    public static partial void TessBaseAPIClear(TesseractHandle engine);

    [LibraryImport(Library)]
    public static partial nint TessBaseAPIGetIterator(TesseractHandle engine);

    [LibraryImport(Library)]
    public static partial void TessResultIteratorDelete(nint iterator);

    [LibraryImport(Library)]
    public static partial int TessResultIteratorNext(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetUTF8Text(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial float TessResultIteratorConfidence(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorWordFontAttributes(
        nint iterator, int* isBold, int* isItalic, int* isUnderlined, int* isMonospace,
        int* isSerif, int* isSmallCaps, int* pointSize, int* fontId);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetPageIterator(nint iterator);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorIsAtBeginningOf(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBoundingBox(nint iterator, int level, int* left, int* top, int* right, int* bottom);

    [LibraryImport(Library)]
    public static partial void TessDeleteText(nint text);

    [LibraryImport(Library)]
    public static partial nint TessMonitorCreate();

    [LibraryImport(Library)]
    public static partial void TessMonitorDelete(nint monitor);

    [LibraryImport(Library)]
    public static partial void TessMonitorSetDeadlineMSecs(nint monitor, int milliseconds);

    /// <summary>How serious a message of the picture library must be to be written to standard error.</summary>
    [LibraryImport("liblept.so.5", EntryPoint = "setMsgSeverity")]
    public static partial int SetMessageSeverity(int severity);

    /// <summary>
    /// The engine reads OMP_THREAD_LIMIT from the process's own environment, which Environment.SetEnvironmentVariable does not touch.
    /// </summary>
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, EntryPoint = "setenv")]
    public static partial int SetEnvironment(string name, string value, int overwrite);
}
