using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using NamRo.Kernel.Files;
using NamRo.Kernel.Tenancy;

namespace NamRo.Tests.Kernel;

public sealed class PartialFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("namro-parts-").FullName;

    [Theory]
    [InlineData("")]
    [InlineData("k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public async Task Open_PartsOfAnyLength_AreOneFileThatCanBeReadFromAnyPlace(string keys)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Files:Directory"] = folder,
            ["Files:Keys"] = keys,
        }).Build();
        var ward = new CurrentWard();
        ward.Enter(Guid.CreateVersion7(), "Phường thử");
        var files = new PartialFiles(ward, new FileKeys(configuration), configuration);
        var (file, content) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(300_000));
        await files.WriteAsync(file, 0, content.AsMemory(0, 99), CancellationToken.None);
        await files.WriteAsync(file, 0, content.AsMemory(0, 1000), CancellationToken.None);
        await files.WriteAsync(file, 1000, content.AsMemory(1000), CancellationToken.None);

        await using (var opened = files.Open(file, content.Length))
        {
            Assert.Equal(content.Length, opened.Length);
            Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(opened));
            opened.Position = 990;
            var piece = new byte[20];
            await opened.ReadExactlyAsync(piece);
            Assert.Equal(content[990..1010], piece);
            Assert.Equal(1010, opened.Position);
        }

        Assert.Equal([file], files.List());
        files.Delete(file);
        Assert.Empty(files.List());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
