using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using NamRo.Kernel.Files;

namespace NamRo.Tests.Kernel;

public sealed class SealedFileTests : IDisposable
{
    private static readonly string First = "mot:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string Second = "hai:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedFile.ChunkSize - 1)]
    [InlineData(SealedFile.ChunkSize)]
    [InlineData(SealedFile.ChunkSize + 1)]
    [InlineData((3 * SealedFile.ChunkSize) + 7)]
    public async Task Read_AtAnyPlace_GivesWhatWasWritten(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        await WriteAsync(content, Keys(First));

        await using var file = SealedFile.OpenRead(path, Keys(Second + "\n" + First));
        Assert.Equal(size, file.Length);
        Assert.Equal(content, await ReadAsync(file));
        for (var place = 0; place < size; place += Math.Max(1, size / 5))
        {
            file.Position = place;
            Assert.Equal(content[place], file.ReadByte());
        }

        Assert.Equal(-1, file.Seek(0, SeekOrigin.End) == size ? file.ReadByte() : 0);
    }

    [Fact]
    public async Task Write_WithAKey_LeavesNoPlainWord()
    {
        await WriteAsync("Danh sách mật của phường"u8.ToArray(), Keys(First));

        Assert.Equal(-1, (await File.ReadAllBytesAsync(path)).AsSpan().IndexOf("phường"u8));
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut a byte")]
    [InlineData("cut a chunk")]
    [InlineData("swap")]
    [InlineData("other key")]
    public async Task Read_AfterTampering_Throws(string how)
    {
        await WriteAsync(RandomNumberGenerator.GetBytes(3 * SealedFile.ChunkSize), Keys(First));
        var bytes = await File.ReadAllBytesAsync(path);
        const int Chunk = SealedFile.ChunkSize + SealedFile.TagSize;
        var changed = how switch
        {
            "flip" => [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]],
            "cut a byte" => bytes[..^1],
            "cut a chunk" => bytes[..^Chunk],
            "swap" => [.. bytes[..SealedFile.HeadSize], .. bytes[(SealedFile.HeadSize + Chunk)..(SealedFile.HeadSize + (2 * Chunk))],
                .. bytes[SealedFile.HeadSize..(SealedFile.HeadSize + Chunk)], .. bytes[(SealedFile.HeadSize + (2 * Chunk))..]],
            _ => bytes,
        };
        await File.WriteAllBytesAsync(path, changed);
        var keys = how == "other key" ? Keys("mot:" + Second[4..]) : Keys(First);

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var file = SealedFile.OpenRead(path, keys);
            await ReadAsync(file);
        });
    }

    [Fact]
    public async Task Read_FileFromBeforeKeysWereUsed_StillOpens()
    {
        await WriteAsync("cũ"u8.ToArray(), Keys(""));

        await using var file = SealedFile.OpenRead(path, Keys(First));
        Assert.Equal("cũ"u8.ToArray(), await ReadAsync(file));
    }

    [Fact]
    public async Task Read_KeyIsGone_SaysWhichOne()
    {
        await WriteAsync("x"u8.ToArray(), Keys(First));

        Assert.Contains("'mot'", Assert.Throws<InvalidOperationException>(() => SealedFile.OpenRead(path, Keys(Second))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mot")]
    [InlineData("mot:ngan")]
    [InlineData("tên có dấu:AAAA")]
    public void Keys_Malformed_StopTheStart(string text) => Assert.Throws<InvalidOperationException>(() => Keys(text));

    private static FileKeys Keys(string text) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Files:Keys"] = text }).Build());

    private static async Task<byte[]> ReadAsync(Stream file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return memory.ToArray();
    }

    private async Task WriteAsync(byte[] content, FileKeys keys)
    {
        await using var file = SealedFile.Create(path, keys);
        foreach (var part in content.Chunk(50_000))
        {
            await file.WriteAsync(part);
        }

        await FileStore.CompleteAsync(file, CancellationToken.None);
    }
}
