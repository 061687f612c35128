using System.Text;
using NamRo.Reading.Pdf;
using NamRo.Reading.Pdf.Fonts;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Tests.Pdf;

public sealed class SyntaxTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("namro-pdf-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Lzw_decodes_the_example_of_the_standard()
    {
        var decoded = LzwFilter.Decode([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], earlyChange: true, maximumBytes: 1000);

        Assert.Equal("-----A---B", Encoding.Latin1.GetString(decoded));
    }

    [Theory]
    [InlineData("87cURD]j7BEbo80~>", "Hello world!")]
    [InlineData("z~>", "\0\0\0\0")]
    public void Ascii85_decodes(string coded, string plain) =>
        Assert.Equal(plain, Encoding.Latin1.GetString(TextFilters.DecodeAscii85(Encoding.Latin1.GetBytes(coded))));

    [Fact]
    public void Run_lengths_decode()
    {
        var decoded = TextFilters.DecodeRunLength([2, (byte)'a', (byte)'b', (byte)'c', 253, (byte)'d', 128], 100);

        Assert.Equal("abcdddd", Encoding.Latin1.GetString(decoded));
    }

    [Theory]
    [InlineData("abreveacute", "ắ")]
    [InlineData("Ohorndotbelow", "Ợ")]
    [InlineData("uni1EC7", "ệ")]
    [InlineData("u0110", "Đ")]
    [InlineData("dcroat", "đ")]
    [InlineData("endash", "–")]
    [InlineData("a.sc", "a")]
    [InlineData("g23", null)]
    public void Glyph_names_tell_their_text(string name, string? text) => Assert.Equal(text, GlyphNames.Text(name));

    [Theory]
    [InlineData("BT /F1 12 Tf 50 700 Td [(Ke ho) 20 (ach)] TJ ET", "Ke hoach")]
    [InlineData("BT /F1 12 Tf 50 700 Td [(Ke) -300 (hoach)] TJ ET", "Ke hoach")]
    [InlineData("BT /F1 12 Tf 14 TL 50 700 Td (Ke) Tj (hoach) ' ET", "Ke hoach")]
    [InlineData("BT /F1 12 Tf 50 700 Td (Ke \\150oach\\040\\(1\\)) Tj ET", "Ke hoach (1)")]
    [InlineData("BT /F1 12 Tf 50 700 Td <4B6520686F616368> Tj ET", "Ke hoach")]
    [InlineData("BT /F1 12 Tf 50 700 Td /Span << /ActualText (Ke) >> BDC (xxxx) Tj EMC ( hoach) Tj ET", "Ke hoach")]
    [InlineData("BT /F1 12 Tf 50 700 Td (Ke) Tj ET BT /F1 12 Tf 50 700 Td (Ke) Tj ET", "Ke")]
    [InlineData("BT /F1 12 Tf 50 700 Td (Ke) Tj 3 Tr ( hoach) Tj ET", "Ke")]
    [InlineData("BT /F1 12 Tf 50 700 Td 3 Tr (Ke hoach) Tj ET", "Ke hoach")]
    [InlineData("BI /W 2 /H 1 /BPC 8 /CS /G ID ab EI BT /F1 12 Tf 50 700 Td (Ke) Tj ET", "Ke")]
    [InlineData("BT /F1 12 Tf 50 -700 Td (Ke) Tj 0 1400 Td (hoach) Tj ET", "hoach")]
    public void Content_is_read_as_it_is_shown(string content, string words)
    {
        var path = Path.Combine(folder, "page.pdf");
        File.WriteAllBytes(path, SyntheticPdf.Page(content));

        var page = Assert.Single(TextLayer.Read(path, ReadingOptions.Default, default));
        Assert.Equal(words, string.Join(' ', page.Content.Words.Select(word => word.Text)));
    }
}
