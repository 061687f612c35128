using System.Text;
using NamRo.Reading.Packages;

namespace NamRo.Reading;

/// <summary>What a file is by its content, whatever its name says.</summary>
internal enum FileKind
{
    Unknown,
    Empty,
    Pdf,
    Word,
    Spreadsheet,
    OldWord,
    OldSpreadsheet,
    OpenDocument,
    OpenSpreadsheet,
    RichText,
    Html,
    Image,
    Encrypted,
    Text,
}

/// <summary>Recognises files by their first bytes and, for containers, by what they contain.</summary>
internal static class FileKinds
{
    private const int HeadLength = 1024;
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[][] Images =
    [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A], [0x42, 0x4D],
            [0x47, 0x49, 0x46, 0x38],
    ];

    /// <summary>Looks at the stream and leaves it at its beginning.</summary>
    public static FileKind Recognise(Stream stream)
    {
        var head = new byte[HeadLength];
        head = head[..stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        stream.Position = 0;
        var kind = RecogniseHead(head) ?? RecogniseContainer(stream, head) ?? FileKind.Text;
        stream.Position = 0;
        return kind;
    }

    private static FileKind? RecogniseHead(byte[] head)
    {
        if (head.Length == 0)
        {
            return FileKind.Empty;
        }

        var text = Encoding.Latin1.GetString(head);
        if (text.Contains("%PDF-", StringComparison.Ordinal))
        {
            return FileKind.Pdf;
        }

        if (text.StartsWith(@"{\rtf", StringComparison.Ordinal))
        {
            return FileKind.RichText;
        }

        var start = text.TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.Html;
        }

        return Array.Exists(Images, sign => head.AsSpan().StartsWith(sign)) && head.AsSpan().Contains((byte)0) ? FileKind.Image : null;
    }

    private static FileKind? RecogniseContainer(Stream stream, byte[] head)
    {
        if (head.AsSpan().StartsWith(CompoundFile))
        {
            return RecogniseCompound(stream);
        }

        if (!head.AsSpan().StartsWith("PK"u8))
        {
            return null;
        }

        using var package = new OfficePackage(stream);
        return package.HasFolder("word") ? FileKind.Word
            : package.HasFolder("xl") ? FileKind.Spreadsheet
            : !package.HasEntry("content.xml") ? FileKind.Unknown
            : Encoding.Latin1.GetString(head).Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? FileKind.OpenSpreadsheet
            : FileKind.OpenDocument;
    }

    /// <summary>The names of the streams of a compound file stand in its directory as UTF-16.</summary>
    private static FileKind RecogniseCompound(Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        bool Has(string name) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name + "\0")) >= 0;
        return Has("EncryptedPackage") ? FileKind.Encrypted
            : Has("WordDocument") ? FileKind.OldWord
            : Has("Workbook") || Has("Book") ? FileKind.OldSpreadsheet
            : FileKind.Unknown;
    }
}
