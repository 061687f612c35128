using System.Xml;
using ExcelDataReader.Exceptions;
using NamRo.Reading.Conversion;
using NamRo.Reading.Ocr;
using NamRo.Reading.Packages;
using NamRo.Reading.Pdf;
using NamRo.Reading.PlainText;
using NamRo.Reading.Spreadsheets;
using NamRo.Reading.WordProcessing;

namespace NamRo.Reading;

/// <summary>Reads a file of any supported kind, recognised by its content.</summary>
public static class DocumentReader
{
    /// <summary>Text is held in memory several times over; no plan comes near this size.</summary>
    private const long MostTextBytes = 16L * 1024 * 1024;

    /// <summary>Reads the file. Deterministic: the same bytes and options give the same reading.</summary>
    /// <exception cref="ReadingException">The file cannot be read as a document.</exception>
    public static DocumentReading Read(string path, ReadingOptions options, CancellationToken cancel = default)
    {
        var name = Path.GetFileName(path);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(options.TimeLimit);
        try
        {
            var reading = ReadKind(path, options, limited.Token, cancel);
            return reading.Blocks.Count > 0 || reading.Pages.Count > 0 ? reading : throw Refusals.Empty(name);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Refusals.TooSlow(name, options.TimeLimit);
        }
        catch (InvalidPasswordException)
        {
            throw Refusals.Protected(name);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw Refusals.Broken(name, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refusals.Unreachable(name, fault);
        }
    }

    private static DocumentReading ReadKind(string path, ReadingOptions options, CancellationToken limited, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw Refusals.Missing(name);
        }

        using var stream = File.OpenRead(path);
        if (stream.Length > options.MaximumFileBytes)
        {
            throw Refusals.TooLarge(name, stream.Length, options.MaximumFileBytes);
        }

        switch (FileKinds.Recognise(stream))
        {
            case FileKind.Pdf:
                // A scan sets its own limit, which grows with its pages.
                return PdfReader.Read(path, options, cancel);
            case FileKind.Image:
                return PictureReader.Read(path, options, cancel);
            case FileKind.Word:
                return ReadWord(stream, limited);
            case FileKind.Spreadsheet:
                return ReadWorkbook(stream, options, limited);
            case FileKind.OldSpreadsheet:
                return SpreadsheetReader.Read(stream, limited);
            case FileKind.OldWord:
                return Convert(path, ".doc", options, limited);
            case FileKind.OpenDocument:
                return Convert(path, ".odt", options, limited);
            case FileKind.OpenSpreadsheet:
                return Convert(path, ".ods", options, limited);
            case FileKind.RichText:
                return Convert(path, ".rtf", options, limited);
            case FileKind.Html:
                return Convert(path, ".html", options, limited);
            case FileKind.Text:
                return ReadText(stream, name, limited);
            case FileKind.Empty:
                throw Refusals.Empty(name);
            case FileKind.Encrypted:
                throw Refusals.Protected(name);
            default:
                throw Refusals.NotADocument(name);
        }
    }

    private static DocumentReading ReadWord(Stream stream, CancellationToken cancel)
    {
        using var package = new OfficePackage(stream);
        return WordReader.Read(package, cancel);
    }

    private static DocumentReading Convert(string path, string extension, ReadingOptions options, CancellationToken cancel) =>
        extension == ".ods"
        ? OfficeConverter.Convert(path, extension, "xlsx", options.TimeLimit, stream => ReadWorkbook(stream, options, cancel), cancel)
        : OfficeConverter.Convert(path, extension, "docx", options.TimeLimit, stream => ReadWord(stream, cancel), cancel);

    private static DocumentReading ReadWorkbook(Stream stream, ReadingOptions options, CancellationToken cancel)
    {
        using var package = new OfficePackage(stream);
        package.CheckAll(options.MaximumUnpackedBytes, cancel);
        var notices = FormulaCheck.Find(package).ToList();
        stream.Position = 0;
        var reading = SpreadsheetReader.Read(stream, cancel);
        return reading with { Notices = [.. reading.Notices, .. notices] };
    }

    private static DocumentReading ReadText(Stream stream, string name, CancellationToken cancel)
    {
        if (stream.Length > MostTextBytes)
        {
            throw Refusals.TooLarge(name, stream.Length, MostTextBytes);
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = TextDecoder.Decode(bytes) ?? throw Refusals.NotADocument(name);
        return string.IsNullOrWhiteSpace(text) ? throw Refusals.Empty(name) : PlainTextReader.Read(text, cancel);
    }
}
