using System.Globalization;
using Microsoft.Extensions.Configuration;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Files;

/// <summary>
/// Files of the current ward that are still on their way, part by part. Each part is sealed and synced by itself, so that after a crash it
/// is whole or not there. Which parts count is the caller's to keep: a part sent again takes the place of the one before.
/// </summary>
public sealed class PartialFiles(CurrentWard ward, FileKeys keys, IConfiguration configuration)
{
    private string Folder => Path.Combine(FileStore.FolderOf(configuration, ward), "partial");

    /// <summary>Keeps a part.</summary>
    /// <param name="file">Key of the file on its way.</param>
    /// <param name="offset">Where in the file the part begins, in bytes.</param>
    /// <param name="part">Its bytes.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task WriteAsync(Guid file, long offset, ReadOnlyMemory<byte> part, CancellationToken cancel)
    {
        var path = PathOf(file, offset);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "-" + Guid.CreateVersion7().ToString("N");
        try
        {
            await using (var target = SealedFile.Create(draft, keys))
            {
                await target.WriteAsync(part, cancel);
                await FileStore.CompleteAsync(target, cancel);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The parts one after another as one seekable stream. The caller disposes.</summary>
    public Stream Open(Guid file, long size)
    {
        var parts = new List<Stream>();
        for (long at = 0; at < size; at += parts[^1].Length)
        {
            parts.Add(SealedFile.OpenRead(PathOf(file, at), keys));
        }

        return new JoinedStream(parts);
    }

    /// <summary>Forgets a file, whole or not.</summary>
    public void Delete(Guid file)
    {
        if (Directory.Exists(FolderOf(file)))
        {
            Directory.Delete(FolderOf(file), recursive: true);
        }
    }

    /// <summary>Keys of all files of which there are parts.</summary>
    public IReadOnlyList<Guid> List() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Select(path => Guid.Parse(Path.GetFileName(path)))]
        : [];

    private string FolderOf(Guid file) => Path.Combine(Folder, file.ToString("N"));

    private string PathOf(Guid file, long offset) => Path.Combine(FolderOf(file), offset.ToString("D12", CultureInfo.InvariantCulture));
}

/// <summary>Streams read one after another as if they were one.</summary>
internal sealed class JoinedStream(IReadOnlyList<Stream> parts) : Stream
{
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => parts.Sum(part => part.Length);

    public override long Position
    {
        get => parts.Take(at).Sum(part => part.Length) + (at < parts.Count ? parts[at].Position : 0);
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        for (; at < parts.Count; at++)
        {
            if (parts[at].Read(buffer) is var count && (count > 0 || buffer.Length == 0))
            {
                return count;
            }
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
        var rest = target;
        for (at = 0; at < parts.Count - 1 && rest >= parts[at].Length; at++)
        {
            rest -= parts[at].Length;
        }

        for (var part = at; part < parts.Count; part++)
        {
            parts[part].Position = part == at ? rest : 0;
        }

        return target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var part in parts)
            {
                part.Dispose();
            }
        }

        base.Dispose(disposing);
    }
}
