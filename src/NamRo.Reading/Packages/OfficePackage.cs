using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace NamRo.Reading.Packages;

/// <summary>
/// The parts of an Office Open XML file, read with limits: a package comes from outside and may be a bomb.
/// Sizes are counted while unpacking, never taken from what the package says of itself.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const int MostEntries = 20_000;
    private const long MostPartBytes = 64L * 1024 * 1024;
    private const long FewestSuspiciousBytes = 8L * 1024 * 1024;
    private const long MostRatio = 300;
    private readonly ZipArchive archive;

    /// <exception cref="InvalidDataException">Not a ZIP archive, or one beyond the limits.</exception>
    public OfficePackage(Stream stream)
    {
        CheckDirectory(stream);
        archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries)
        {
            throw new InvalidDataException("too many entries");
        }
    }

    public void Dispose() => archive.Dispose();

    public bool HasFolder(string name) =>
        archive.Entries.Any(entry => entry.FullName.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The names of the XML parts directly in a folder.</summary>
    public IEnumerable<string> Names(string folder) => archive.Entries.Select(entry => entry.FullName)
        .Where(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name[folder.Length..].Contains('/', StringComparison.Ordinal));

    public bool HasEntry(string name) => archive.GetEntry(name) is not null;

    /// <summary>
    /// The target of the first relationship of this type (matched by the end of its name), as a part's name; null when there is none.
    /// </summary>
    /// <param name="source">The part whose relationships are looked at; empty for the package.</param>
    public string? Related(string source, string type)
    {
        var folder = source.Contains('/', StringComparison.Ordinal) ? source[..source.LastIndexOf('/')] : string.Empty;
        var name = source[(source.LastIndexOf('/') + 1)..];
        var relations = Load((folder.Length > 0 ? folder + "/" : string.Empty) + "_rels/" + name + ".rels");
        var target = relations?.Elements()
            .FirstOrDefault(relation => (relation.Attribute("Type")?.Value ?? string.Empty).EndsWith("/" + type, StringComparison.Ordinal))
            ?.Attribute("Target")?.Value;
        return target is null ? null : Resolve(folder, target);
    }

    /// <summary>The root element of a part; null when the package has no such part.</summary>
    /// <exception cref="InvalidDataException">The part is larger or deeper than allowed.</exception>
    /// <exception cref="XmlException">The part is not well-formed.</exception>
    public XElement? Load(string part)
    {
        using var unpacked = Open(part);
        return unpacked is null ? null : XmlTree.Load(unpacked);
    }

    /// <summary>The unpacked bytes of a part, at most as many as allowed; null when the package has no such part.</summary>
    public Stream? Open(string part)
    {
        var entry = archive.GetEntry(part)
            ?? archive.Entries.FirstOrDefault(entry => entry.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : new CountedStream(entry.Open(), Math.Min(MostPartBytes, MostBytes(entry.CompressedLength)));
    }

    /// <summary>Unpacks every part once, so that a reader which knows no limits can be given the file afterwards.</summary>
    /// <exception cref="InvalidDataException">A part, or all together, is beyond the limits.</exception>
    public void CheckAll(long mostBytes, CancellationToken cancel)
    {
        var buffer = new byte[81920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var unpacked = new CountedStream(entry.Open(), MostBytes(entry.CompressedLength));
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                total += read;
                if (total > mostBytes)
                {
                    throw new InvalidDataException("package too large");
                }
            }
        }
    }

    /// <summary>The number of entries stands at the end of the archive: it is looked at before the directory is read into memory.</summary>
    private static void CheckDirectory(Stream stream)
    {
        const int TrailerLength = 22;
        var end = new byte[(int)Math.Min(stream.Length, TrailerLength + ushort.MaxValue)];
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        stream.Position = 0;
        var trailer = end.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (trailer < 0 || trailer + TrailerLength > end.Length || BitConverter.ToUInt16(end, trailer + 10) > MostEntries)
        {
            throw new InvalidDataException("no archive, or too many entries");
        }
    }

    private static long MostBytes(long packed) => Math.Max(FewestSuspiciousBytes, packed * MostRatio);

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var path = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
