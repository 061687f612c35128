using System.IO.Compression;

namespace NamRo.Reading.Tests.Hostile;

/// <summary>Reads bytes as a file that came from outside: either it is read, or one line says why not.</summary>
internal static class HostileFile
{
    /// <summary>The refusal's message; null when the file was read.</summary>
    public static string? Read(byte[] bytes, string extension = ".docx")
    {
        var path = Path.Combine(Path.GetTempPath(), $"namro-hostile-{Guid.CreateVersion7()}{extension}");
        File.WriteAllBytes(path, bytes);
        try
        {
            DocumentReader.Read(path, ReadingOptions.Default with { TimeLimit = TimeSpan.FromSeconds(30) });
            return null;
        }
        catch (ReadingException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
            return refusal.Message;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A package with one part that is written piece by piece.</summary>
    public static byte[] Package(string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            write(entry);
        }

        return stream.ToArray();
    }
}
