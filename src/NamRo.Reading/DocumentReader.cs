using System.Xml;
using ExcelDataReader.Exceptions;
using NamRo.Reading.Packages;
using NamRo.Reading.Pdf;
using NamRo.Reading.PlainText;
using NamRo.Reading.Spreadsheets;
using NamRo.Reading.WordProcessing;

namespace NamRo.Reading;

/// <summary>Reads a file of any supported kind, recognised by its content.</summary>
public static class DocumentReader
{
    /// <summary>Reads the file. Deterministic: the same bytes and options give the same reading.</summary>
    /// <exception cref="ReadingException">The file cannot be read as a document.</exception>
    public static DocumentReading Read(string path, ReadingOptions options, CancellationToken cancel = default)
    {
        var name = Path.GetFileName(path);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(options.TimeLimit);
        try
        {
            return ReadKind(path, options, limited.Token, cancel);
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
            case FileKind.Word:
                using (var package = new OfficePackage(stream))
                {
                    return WordReader.Read(package, limited);
                }

            case FileKind.Spreadsheet:
                return ReadWorkbook(stream, options, limited);
            case FileKind.OldSpreadsheet:
                return SpreadsheetReader.Read(stream, limited);
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
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = TextDecoder.Decode(bytes) ?? throw Refusals.NotADocument(name);
        return string.IsNullOrWhiteSpace(text) ? throw Refusals.Empty(name) : PlainTextReader.Read(text, cancel);
    }
}
