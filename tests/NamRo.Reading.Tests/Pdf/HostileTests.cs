using System.Diagnostics;
using System.Text;
using NamRo.Reading.Layout;
using NamRo.Reading.Pdf;

namespace NamRo.Reading.Tests.Pdf;

/// <summary>Files from outside: whatever they hold, reading ends soon, in a reading or in a refusal of one line.</summary>
public sealed class HostileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("namro-pdf-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Cut_off_anywhere_it_is_read_or_refused()
    {
        var whole = File.ReadAllBytes(TestData.Sample("004_plan.pdf"));
        for (var i = 0; i < 24; i++)
        {
            ReadOrRefuse(whole[..(whole.Length * i / 24)]);
        }
    }

    [Fact]
    public void With_flipped_bytes_it_is_read_or_refused()
    {
        var random = new Random(57);
        foreach (var sample in new[] { "003_plan.pdf", "000_gs.pdf", "004_chromium.pdf" })
        {
            var bytes = File.ReadAllBytes(TestData.Sample(sample));
            for (var round = 0; round < 10; round++)
            {
                var damaged = (byte[])bytes.Clone();
                for (var i = 0; i < 1 << round; i++)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                ReadOrRefuse(damaged);
            }
        }
    }

    [Fact]
    public void Plain_syntax_with_flipped_bytes_is_read_or_refused()
    {
        var random = new Random(204);
        var bytes = SyntheticPdf.Page(
            "q 1 0 0 1 10 10 cm BT /F1 12 Tf 1 0 0 1 50 700 Tm [(Ke) -20 (hoach)] TJ ET 10 10 100 1 re f 0 0 m 50 0 l S Q");
        for (var round = 0; round < 60; round++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var i = 0; i < 3; i++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            ReadOrRefuse(damaged);
        }
    }

    [Fact]
    public void Bomb_of_packed_zeros_stays_small()
    {
        var pdf = new SyntheticPdf();
        pdf.Add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>");
        var inner = SyntheticPdf.Deflate(new byte[512 * 1024 * 1024]);
        pdf.AddStream("/Filter [/FlateDecode /FlateDecode]", SyntheticPdf.Deflate(inner));

        var file = pdf.Write();

        // What this thread takes; the memory of the process moves with the tests beside it.
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadOrRefuse(file);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 400L * 1024 * 1024);
    }

    [Fact]
    public void Values_nested_a_hundred_thousand_deep_end()
    {
        ReadOrRefuse(SyntheticPdf.Page("BT ET", pageEntries: $"/X {new string('[', 100_000)}{new string(']', 100_000)}"));
        ReadOrRefuse(SyntheticPdf.Page(string.Concat(Enumerable.Repeat("q ", 200_000)) + string.Concat(Enumerable.Repeat("[ ", 200_000))));
    }

    [Fact]
    public void Form_that_draws_itself_ends()
    {
        var pdf = new SyntheticPdf();
        pdf.Add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.Add("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>");
        pdf.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 4 0 R >> >> >>");
        pdf.AddStream(
            "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >>",
            Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("/A Do ", 50))));

        ReadOrRefuse(pdf.Write());
    }

    [Fact]
    public void Too_many_pages_are_refused()
    {
        var pdf = new SyntheticPdf();
        pdf.Add("<< /Type /Catalog /Pages 2 0 R >>");
        var kids = string.Join(' ', Enumerable.Range(3, 10_000).Select(number => $"{number} 0 R"));
        pdf.Add($"<< /Type /Pages /Count 10000 /Kids [{kids}] >>");
        for (var i = 0; i < 10_000; i++)
        {
            pdf.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        }

        var refusal = Assert.Throws<ReadingException>(() => Read(pdf.Write()));
        Assert.Contains("trang", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_full_of_lines_and_letters_ends()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 150_000; i++)
        {
            lines.Append(i % 590).Append(' ').Append(i % 830).Append(" m ").Append(i % 7 * 80).Append(' ').Append(i % 830).Append(" l S ");
        }

        for (var i = 0; i < 60_000; i++)
        {
            lines.Append("BT /F1 6 Tf ").Append(i % 590).Append(' ').Append(i / 590 * 8 % 840).Append(" Td (abc) Tj ET ");
        }

        ReadOrRefuse(SyntheticPdf.Page(lines.ToString()));
    }

    [Fact]
    public void Password_is_named_as_the_reason()
    {
        var locked = Path.Combine(folder, "locked.pdf");
        string[] arguments = ["--encrypt", "abc", "xyz", "256", "--", TestData.Sample("004_plan.pdf"), locked];
        using (var process = Process.Start(new ProcessStartInfo("qpdf", arguments) { UseShellExecute = false })!)
        {
            process.WaitForExit();
        }

        var refusal = Assert.Throws<ReadingException>(() => PdfReader.Read(locked, ReadingOptions.Default));
        Assert.Contains("mật khẩu", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>")]
    public void Nothing_to_read_is_refused(string content)
    {
        var refusal = Assert.Throws<ReadingException>(() => Read(Encoding.Latin1.GetBytes(content)));
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private void ReadOrRefuse(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            Read(bytes);
        }
        catch (ReadingException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    private void Read(byte[] bytes)
    {
        var path = Path.Combine(folder, "file.pdf");
        File.WriteAllBytes(path, bytes);
        PdfReader.Read(path, ReadingOptions.Default, new NoRecognizer(), default);
    }

    private sealed class NoRecognizer : IPageRecognizer
    {
        public PageContent Recognize(string pdfPath, int page, CancellationToken cancel) => new(page, 595, 842, SourceKind.Scan, 0, [], []);
    }
}
