using System.IO.Compression;
using System.Text;

namespace NamRo.Kernel.Files;

/// <summary>Recognises files by their bytes.</summary>
public static class MediaTypes
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Powerpoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public const string OldOffice = "application/x-ole-storage";
    public const string Zip = "application/zip";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Tiff = "image/tiff";
    public const string Text = "text/plain";

    /// <summary>Bytes from the beginning that decide.</summary>
    internal const int HeadLength = 4096;

    private const int MostZipEntries = 10_000;

    /// <summary>What plans and evidence come as.</summary>
    public static IReadOnlyCollection<string> Documents { get; } = [Pdf, Word, Excel, Powerpoint, OldOffice, Png, Jpeg, Tiff, Text];

    /// <summary>The type of a seekable stream, or null if it is none that we know. Leaves the stream anywhere.</summary>
    public static string? Recognise(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        var buffer = new byte[HeadLength];
        var head = buffer.AsSpan(0, content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        return head switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => RecogniseZip(content),
            [0x89, 0x50, 0x4E, 0x47, ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => Tiff,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OldOffice,
            _ when head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => Pdf,
            _ => IsText(head) ? Text : null,
        };
    }

    private static string? RecogniseZip(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Take(MostZipEntries).Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
            return names switch
            {
                _ when names.Contains("word/document.xml") => Word,
                _ when names.Contains("xl/workbook.xml") => Excel,
                _ when names.Contains("ppt/presentation.xml") => Powerpoint,
                _ => Zip,
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }

        var usable = head.Length < HeadLength ? head : head[..^4];
        if (usable.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            return false;
        }

        // A letter may be cut at the end of the head: then the last few bytes are not judged.
        Span<char> characters = new char[usable.Length];
        var status = Encoding.UTF8.GetDecoder();
        status.Fallback = DecoderFallback.ExceptionFallback;
        try
        {
            status.GetChars(usable, characters, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
