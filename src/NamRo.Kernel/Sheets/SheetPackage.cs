using System.IO.Compression;

namespace NamRo.Kernel.Sheets;

/// <summary>Looks at a file before the library does, which knows no limits.</summary>
internal static class SheetPackage
{
    private const int MostEntries = 5_000;
    private const long MostUnpackedBytes = 200L * 1024 * 1024;
    private const long FewestSuspiciousBytes = 8L * 1024 * 1024;
    private const long MostRatio = 300;
    private const int TrailerLength = 22;
    private const int HeadLength = 4096;

    /// <summary>Unpacks every part once, counting; sizes that the package states of itself are not believed.</summary>
    /// <exception cref="InvalidDataException">No archive, or a bomb.</exception>
    public static void Check(Stream file, CancellationToken cancel)
    {
        CheckDirectory(file);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            var buffer = new byte[81_920];
            long total = 0;
            foreach (var entry in archive.Entries)
            {
                using var part = entry.Open();
                long size = 0;
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    cancel.ThrowIfCancellationRequested();
                    size += read;
                    if ((total += read) > MostUnpackedBytes || size > Math.Max(FewestSuspiciousBytes, entry.CompressedLength * MostRatio))
                    {
                        throw new InvalidDataException("unpacked too large");
                    }
                }
            }
        }

        file.Position = 0;
    }

    /// <summary>A CSV is text: no control characters in its head.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static void CheckText(Stream file)
    {
        var head = new byte[HeadLength];
        var count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var isWide = count >= 2 && (head[0], head[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
        if (!isWide && head.AsSpan(0, count).IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            throw new InvalidDataException("not text");
        }
    }

    /// <summary>The number of entries stands at the end of the archive: it is looked at before the directory is read into memory.</summary>
    private static void CheckDirectory(Stream file)
    {
        var end = new byte[(int)Math.Min(file.Length, TrailerLength + ushort.MaxValue)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        file.Position = 0;
        var trailer = end.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (trailer < 0 || trailer + TrailerLength > end.Length || BitConverter.ToUInt16(end, trailer + 10) > MostEntries)
        {
            throw new InvalidDataException("no archive, or too many entries");
        }
    }
}
