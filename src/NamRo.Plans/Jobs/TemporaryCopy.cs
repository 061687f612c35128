using NamRo.Kernel.Files;

namespace NamRo.Plans.Jobs;

/// <summary>A stored file in a folder of its own under its own name, which the reader's messages show; gone when disposed.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    /// <summary>A letter takes up to three bytes, a name on disk up to 255.</summary>
    private const int LongestName = 80;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("namro-plan-");

    private TemporaryCopy(string name) => Path = System.IO.Path.Combine(folder.FullName, NameOnDisk(name));

    public string Path { get; }

    public static async Task<TemporaryCopy> CreateAsync(FileStore files, StoredFile file, CancellationToken cancel)
    {
        var copy = new TemporaryCopy(file.Name);
        try
        {
            await using var content = files.Open(file);
            await using var target = new FileStream(copy.Path, FileMode.CreateNew, FileAccess.Write);
            await content.CopyToAsync(target, cancel);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string NameOnDisk(string name)
    {
        var end = name.Length <= LongestName ? name : name[^LongestName..];
        return end.Trim('.').Length == 0 ? "tep" : end;
    }
}
