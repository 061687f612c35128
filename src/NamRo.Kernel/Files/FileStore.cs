using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Kernel.Files;

/// <summary>What a module accepts.</summary>
/// <param name="MaximumBytes">Largest size.</param>
/// <param name="MediaTypes">Types accepted, found from the bytes.</param>
public sealed record FileRules(long MaximumBytes, IReadOnlyCollection<string> MediaTypes)
{
    /// <summary>Plans and evidence: documents and pictures up to 100 MB.</summary>
    public static FileRules Document { get; } = new(100L * 1024 * 1024, Files.MediaTypes.Documents);
}

/// <summary>
/// Keeps the files of the current ward, by content, under <c>Files:Directory</c>. Bytes are written and synced before the row is: after a
/// crash there may be bytes without a row, never a row without bytes. Each ward has its own folder, so that equal bytes
/// tell nothing about another ward.
/// </summary>
public sealed class FileStore(AppDb database, EventLog events, CurrentWard ward, CurrentUser user, WardClock clock,
    FileKeys keys, IConfiguration configuration)
{
    public const int LongestName = 200;

    private const int BufferSize = 128 * 1024;

    private string Folder => FolderOf(configuration, ward);

    /// <summary>Stores a file and adds its row and event to the unit of work; the caller saves.</summary>
    public async Task<Outcome<StoredFile>> AddAsync(Stream content, string name, FileRules rules, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        Directory.CreateDirectory(Folder);
        var draft = Path.Combine(Folder, "draft-" + Guid.CreateVersion7().ToString("N"));
        try
        {
            var (written, type) = await WriteAsync(content, draft, rules, cancel);
            if (Refuse(written, type, rules) is { } refusal)
            {
                return refusal;
            }

            if (!await FileScan.IsCleanAsync(configuration["Files:ScanCommand"], draft, cancel))
            {
                return new Refusal("Phần mềm diệt vi-rút chưa cho nhận tệp này. Hãy quét lại tệp trên máy, hoặc báo quản trị hệ thống.");
            }

            var target = PathOf(written.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(draft, target, overwrite: true);
            return Register(name, written, type!);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    internal static string FolderOf(IConfiguration configuration, CurrentWard ward) => Path.Combine(
        configuration["Files:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "files"), ward.Id.ToString("N"));

    /// <summary>The file of the current ward, or null.</summary>
    public Task<StoredFile?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);

    /// <summary>Its bytes, seekable. The caller disposes.</summary>
    public Stream Open(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.WardId == ward.Id
            ? SealedFile.OpenRead(PathOf(file.Sha256), keys)
            : throw new InvalidOperationException("The file belongs to another ward.");
    }

    /// <summary>Something made out of a file, such as the picture of a page; null when it is not kept.</summary>
    /// <param name="file">The file it was made from.</param>
    /// <param name="name">What it is: letters, digits, dashes and dots.</param>
    public Stream? OpenDerived(StoredFile file, string name)
    {
        var path = PathOfDerived(file, name);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous)
            : null;
    }

    /// <summary>
    /// Keeps what was made out of a file and opens it. It can be made again at any time, so it has neither a row nor an event and may be
    /// deleted.
    /// </summary>
    public async Task<Stream> KeepDerivedAsync(StoredFile file, string name, byte[] content, CancellationToken cancel)
    {
        var path = PathOfDerived(file, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "-" + Guid.CreateVersion7().ToString("N");
        await File.WriteAllBytesAsync(draft, content, cancel);
        File.Move(draft, path, overwrite: true);
        return OpenDerived(file, name)!;
    }

    /// <summary>A name fit to be shown and sent: the last part of a path, without control characters, not too long.</summary>
    public static string CleanName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(letter =>
            !char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format)]).Trim();
        return clean.Length switch
        {
            0 => "tep",
            > LongestName => clean[..(LongestName - 20)] + clean[^20..],
            _ => clean,
        };
    }

    private async Task<(Written Written, string? Type)> WriteAsync(Stream content, string path, FileRules rules, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long size = 0;
        await using (var file = SealedFile.Create(path, keys))
        {
            try
            {
                int count;
                while (size <= rules.MaximumBytes && (count = await content.ReadAsync(buffer, cancel)) > 0)
                {
                    hash.AppendData(buffer, 0, count);
                    await file.WriteAsync(buffer.AsMemory(0, count), cancel);
                    size += count;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            await CompleteAsync(file, cancel);
        }

        var written = new Written(size, hash.GetHashAndReset());
        if (size > rules.MaximumBytes)
        {
            return (written, null);
        }

        await using var kept = SealedFile.OpenRead(path, keys);
        return (written, MediaTypes.Recognise(kept));
    }

    internal static async Task CompleteAsync(Stream file, CancellationToken cancel)
    {
        if (file is SealingStream sealing)
        {
            await sealing.CompleteAsync(cancel);
            return;
        }

        await file.FlushAsync(cancel);
        RandomAccess.FlushToDisk(((FileStream)file).SafeFileHandle);
    }

    private static Refusal? Refuse(Written written, string? type, FileRules rules) => written.Size switch
    {
        0 => new Refusal("Tệp rỗng, không có gì để đọc. Hãy chọn tệp khác."),
        _ when written.Size > rules.MaximumBytes =>
            Refusal.With($"Tệp lớn hơn {rules.MaximumBytes / (1024 * 1024)} MB. Hãy chọn tệp nhỏ hơn."),
        _ when type is null || !rules.MediaTypes.Contains(type) =>
            new Refusal("Không nhận loại tệp này, hoặc tệp đã hỏng. Hãy chọn tệp khác."),
        _ => null,
    };

    private StoredFile Register(string name, Written written, string type)
    {
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(clock.Now),
            Name = CleanName(name),
            MediaType = type,
            Size = written.Size,
            Sha256 = written.Hash,
            CreatedBy = user.Id,
            CreatedAt = clock.Now,
        };
        database.Add(file);
        events.Record(new FileStored(new EventSubject(nameof(StoredFile), file.Id, file.Name), file.Size, type));
        return file;
    }

    private string PathOf(byte[] hash)
    {
        var name = Convert.ToHexStringLower(hash);
        return Path.Combine(Folder, name[..2], name);
    }

    private string PathOfDerived(StoredFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.WardId == ward.Id && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
            ? Path.Combine(Folder, "derived", Convert.ToHexStringLower(file.Sha256), name)
            : throw new InvalidOperationException("The file belongs to another ward, or the name is no name.");
    }

    private sealed record Written(long Size, byte[] Hash);
}
