using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NamRo.Kernel.Files;

/// <summary>
/// A file sealed with AES-256-GCM in chunks, so that it is written in one pass and read at any place with little memory. The head: mark,
/// name of the key, nonce. Each chunk is bound to its place and to whether it is the last: none can be moved, dropped, or cut off
/// unnoticed.
/// </summary>
internal static class SealedFile
{
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int HeadSize = 8 + FileKeys.LongestName + NoncePrefix;

    private const int NoncePrefix = 8;
    private const int NonceSize = 12;

    /// <summary>No document begins with these bytes.</summary>
    private static ReadOnlySpan<byte> Mark => [0xF7, (byte)'N', (byte)'R', (byte)'O', 0x00, 0x01, 0xFF, 0x0A];

    /// <summary>Opens for reading whatever is there: sealed, or plain from before keys were used.</summary>
    public static Stream OpenRead(string path, FileKeys keys)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, ChunkSize, FileOptions.Asynchronous);
        var head = new byte[HeadSize];
        if (file.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false) < HeadSize || !head.AsSpan().StartsWith(Mark))
        {
            file.Position = 0;
            return file;
        }

        var name = Encoding.ASCII.GetString(head, Mark.Length, FileKeys.LongestName).TrimEnd('\0');
        return new UnsealingStream(file, keys.Find(name), head);
    }

    /// <summary>Opens for writing: sealed with the current key, or plain if there is none.</summary>
    public static Stream Create(string path, FileKeys keys)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, ChunkSize, FileOptions.Asynchronous);
        if (keys.CurrentName is null)
        {
            return file;
        }

        var head = new byte[HeadSize];
        Mark.CopyTo(head);
        Encoding.ASCII.GetBytes(keys.CurrentName).CopyTo(head, Mark.Length);
        RandomNumberGenerator.Fill(head.AsSpan(HeadSize - NoncePrefix));
        file.Write(head);
        return new SealingStream(file, keys.Current, head);
    }

    /// <summary>The nonce of a chunk: random for the file, counted within it.</summary>
    public static byte[] NonceOf(byte[] head, uint chunk)
    {
        var nonce = new byte[NonceSize];
        head.AsSpan(HeadSize - NoncePrefix).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(NoncePrefix), chunk);
        return nonce;
    }

    /// <summary>What a chunk is bound to besides its bytes.</summary>
    public static byte[] BindingOf(byte[] head, bool isLast) => [.. head, isLast ? (byte)1 : (byte)0];
}

/// <summary>Seals what is written to it; the end is sealed when it is disposed.</summary>
internal sealed class SealingStream(FileStream file, byte[] key, byte[] head) : Stream
{
    private readonly AesGcm cipher = new(key, SealedFile.TagSize);
    private readonly byte[] chunk = new byte[SealedFile.ChunkSize];
    private int filled;
    private uint number;
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>Bytes of the content so far.</summary>
    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        written += buffer.Length;
        while (buffer.Length > 0)
        {
            if (filled == chunk.Length)
            {
                await SealAsync(isLast: false, cancellationToken);
            }

            var count = Math.Min(buffer.Length, chunk.Length - filled);
            buffer.Span[..count].CopyTo(chunk.AsSpan(filled));
            filled += count;
            buffer = buffer[count..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously.");

    /// <summary>Seals the last chunk and lets the disk have everything.</summary>
    public async Task CompleteAsync(CancellationToken cancel)
    {
        await SealAsync(isLast: true, cancel);
        await file.FlushAsync(cancel);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task SealAsync(bool isLast, CancellationToken cancel)
    {
        var output = new byte[filled + SealedFile.TagSize];
        cipher.Encrypt(SealedFile.NonceOf(head, number++), chunk.AsSpan(0, filled), output.AsSpan(0, filled), output.AsSpan(filled),
            SealedFile.BindingOf(head, isLast));
        filled = 0;
        await file.WriteAsync(output, cancel);
    }
}

/// <summary>Reads a sealed file at any place, chunk by chunk. A changed or cut file throws instead of giving wrong bytes.</summary>
internal sealed class UnsealingStream(FileStream file, byte[] key, byte[] head) : Stream
{
    private const int SealedChunk = SealedFile.ChunkSize + SealedFile.TagSize;

    private readonly AesGcm cipher = new(key, SealedFile.TagSize);
    private readonly byte[] plain = new byte[SealedFile.ChunkSize];
    private readonly byte[] sealedBytes = new byte[SealedChunk];
    private readonly long chunks = Math.Max(1, (file.Length - SealedFile.HeadSize + SealedChunk - 1) / SealedChunk);
    private long open = -1;
    private int openLength;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => Math.Max(0, file.Length - SealedFile.HeadSize - (chunks * SealedFile.TagSize));

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            // Even an empty content has a sealed end, which is looked at.
            Unseal(chunks - 1);
            return 0;
        }

        Unseal(Position / SealedFile.ChunkSize);
        var start = (int)(Position % SealedFile.ChunkSize);
        var count = Math.Min(buffer.Length, openLength - start);
        plain.AsSpan(start, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Unseal(long chunk)
    {
        if (chunk == open)
        {
            return;
        }

        open = -1;
        file.Position = SealedFile.HeadSize + (chunk * SealedChunk);
        var size = file.ReadAtLeast(sealedBytes, SealedChunk, throwOnEndOfStream: false) - SealedFile.TagSize;
        if (size < 0)
        {
            throw new InvalidDataException("A sealed file was cut off.");
        }

        cipher.Decrypt(SealedFile.NonceOf(head, (uint)chunk), sealedBytes.AsSpan(0, size), sealedBytes.AsSpan(size, SealedFile.TagSize),
            plain.AsSpan(0, size), SealedFile.BindingOf(head, chunk == chunks - 1));
        (open, openLength) = (chunk, size);
    }
}
