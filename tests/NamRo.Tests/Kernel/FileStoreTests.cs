using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

public sealed class FileStoreTests(TestHost host)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 nội dung");

    [Fact]
    public async Task Add_Document_ComesBackAndNotToAnotherWard()
    {
        var ward = await TestWard.CreateAsync(host);
        var other = await TestWard.CreateAsync(host);
        var file = Assert.IsType<Outcome<StoredFile>.Done>(await AddAsync(ward, Pdf, "../../etc/kế hoạch.pdf")).Value;

        Assert.Equal("kế hoạch.pdf", file.Name);
        Assert.Equal(MediaTypes.Pdf, file.MediaType);
        await ward.InsideAsync(async (_, services) =>
        {
            var store = services.GetRequiredService<FileStore>();
            await using var stream = store.Open((await store.FindAsync(file.Id, CancellationToken.None))!);
            Assert.Equal(Pdf.Length, stream.Length);
        });
        await other.InsideAsync(async (_, services) =>
        {
            var store = services.GetRequiredService<FileStore>();
            Assert.Null(await store.FindAsync(file.Id, CancellationToken.None));
            Assert.Throws<InvalidOperationException>(() => store.Open(file));
        });
    }

    [Theory]
    [InlineData("", "rỗng")]
    [InlineData("\u0001\u0002nhị phân", "loại tệp")]
    public async Task Add_BadContent_IsRefused(string content, string message)
    {
        var outcome = await AddAsync(await TestWard.CreateAsync(host), Encoding.UTF8.GetBytes(content), "tep.pdf");

        Assert.Contains(message, Assert.IsType<Outcome<StoredFile>.Refused>(outcome).Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_TooLarge_StopsReadingAndLeavesNothing()
    {
        var ward = await TestWard.CreateAsync(host);
        await using var endless = new EndlessStream();
        Outcome<StoredFile>? outcome = null;
        await ward.InsideAsync(async (_, services) => outcome = await services.GetRequiredService<FileStore>()
            .AddAsync(endless, "lon.pdf", new FileRules(1_000_000, MediaTypes.Documents), CancellationToken.None));

        Assert.IsType<Outcome<StoredFile>.Refused>(outcome);
        Assert.InRange(endless.Given, 1_000_000, 2_000_000);
    }

    [Theory]
    [InlineData("a\u202Egpj.exe", "agpj.exe")]
    [InlineData("C:\\Users\\x\\kế hoạch.docx", "kế hoạch.docx")]
    [InlineData("///", "tep")]
    public void CleanName_HostileNames_AreMadeHarmless(string name, string clean) => Assert.Equal(clean, FileStore.CleanName(name));

    private static async Task<Outcome<StoredFile>> AddAsync(TestWard ward, byte[] bytes, string name)
    {
        Outcome<StoredFile>? outcome = null;
        await ward.InsideAsync(async (database, services) =>
        {
            using var content = new MemoryStream(bytes);
            outcome = await services.GetRequiredService<FileStore>().AddAsync(content, name, FileRules.Document, CancellationToken.None);
            await database.SaveChangesAsync();
        });
        return outcome!;
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => long.MaxValue;

        public override long Position { get; set; }

        public override void Flush()
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
