using System.Diagnostics;
using System.Text;

namespace NamRo.Reading.Tests.Hostile;

/// <summary>Files from outside are refused with one line, in bounded time, and never crash the reader.</summary>
public sealed class HostileTests
{
    private const string WordNames = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Theory]
    [InlineData("samples/003_plan.docx")]
    [InlineData("samples/000_table.xlsx")]
    [InlineData("seeds/004_b1327e20565ee258.txt")]
    public void Truncated_and_flipped_files_are_read_or_refused(string sample)
    {
        var whole = File.ReadAllBytes(TestData.PathOf(sample));
        var random = new Random(57);
        for (var i = 0; i < 40; i++)
        {
            HostileFile.Read(whole[..random.Next(whole.Length)], Path.GetExtension(sample));
            var flipped = whole.ToArray();
            for (var flips = 0; flips < 1 << (i % 8); flips++)
            {
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            }

            HostileFile.Read(flipped, Path.GetExtension(sample));
        }
    }

    [Fact]
    public void Bytes_without_meaning_are_refused()
    {
        var random = new Random(57);
        foreach (var start in (byte[][])[[], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFE], [0, 0, 0, 0]])
        {
            var bytes = new byte[20_000];
            random.NextBytes(bytes);
            start.CopyTo(bytes, 0);
            Assert.NotNull(HostileFile.Read(bytes, ".txt"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void Empty_files_say_so(string content) => Assert.Contains("không có nội dung", HostileFile.Read(Encoding.UTF8.GetBytes(content), ".txt"), StringComparison.Ordinal);

    [Theory]
    [InlineData("samples/003_plan.docx", ".xls")]
    [InlineData("samples/000_table.xlsx", ".docx")]
    [InlineData("seeds/003_2012e056c438d090.txt", ".pdf")]
    public void A_wrong_extension_does_not_matter(string sample, string extension) =>
        Assert.Null(HostileFile.Read(File.ReadAllBytes(TestData.PathOf(sample)), extension));

    [Fact]
    public void A_password_is_named_as_the_cause()
    {
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        byte[] bytes = [.. head, .. new byte[1000], .. Encoding.Unicode.GetBytes("EncryptedPackage\0"), .. new byte[1000]];

        Assert.Contains("mật khẩu", HostileFile.Read(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_so()
    {
        var refusal = Assert.Throws<ReadingException>(() => DocumentReader.Read("/khong/co/tep.docx", ReadingOptions.Default));

        Assert.Contains("tep.docx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_are_stopped_early()
    {
        var megabyte = new byte[1 << 20];
        Array.Fill(megabyte, (byte)' ');
        var clock = Stopwatch.StartNew();
        foreach (var part in (string[])["word/document.xml", "xl/workbook.xml"])
        {
            Assert.NotNull(HostileFile.Read(HostileFile.Package(part, stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes($"<w:document {WordNames}>"));
                for (var i = 0; i < 300; i++)
                {
                    stream.Write(megabyte);
                }
            })));
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>", 50_000)]
    [InlineData("<w:sdt><w:sdtContent>", 50_000)]
    [InlineData("<w:p><w:r/></w:p>", 900_000)]
    public void Deep_and_endless_structure_is_refused(string piece, int count)
    {
        var bytes = HostileFile.Package("word/document.xml", stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes($"<w:document {WordNames}><w:body>"));
            for (var i = 0; i < count; i++)
            {
                stream.Write(Encoding.UTF8.GetBytes(piece));
            }
        });

        Assert.NotNull(HostileFile.Read(bytes));
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var bytes = HostileFile.Package("word/document.xml", stream => stream.Write(
            "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><d>&b;</d>"u8));

        Assert.NotNull(HostileFile.Read(bytes));
    }

    [Theory]
    [InlineData("- Nhiệm vụ số một của phường;")]
    [InlineData("tiếp tục không có dấu câu")]
    [InlineData("STT Nhiệm vụ Đơn vị chủ trì Thời gian")]
    [InlineData("a\tb\tc")]
    [InlineData("| | tiếp |")]
    [InlineData("1")]
    [InlineData("*")]
    public void A_text_of_very_many_lines_takes_bounded_time(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line + "\n", 200_000)));
        var clock = Stopwatch.StartNew();

        HostileFile.Read(bytes, ".txt");

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 40);
    }
}
