using NamRo.Reading.PlainText;

namespace NamRo.Reading;

/// <summary>Reads a file of any supported kind, recognised by its content.</summary>
public static class DocumentReader
{
    /// <summary>Reads the file. Deterministic: the same bytes and options give the same reading.</summary>
    /// <exception cref="ReadingException">The file cannot be read as a document.</exception>
    public static DocumentReading Read(string path, ReadingOptions options, CancellationToken cancel = default)
    {
        var text = TextDecoder.Decode(File.ReadAllBytes(path))
            ?? throw new ReadingException($"Chưa đọc được loại tệp của \"{Path.GetFileName(path)}\".");
        return PlainTextReader.Read(text, cancel);
    }
}
