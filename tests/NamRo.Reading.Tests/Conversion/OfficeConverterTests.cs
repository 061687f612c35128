using System.Text;
using NamRo.Reading.Tests.Hostile;

namespace NamRo.Reading.Tests.Conversion;

/// <summary>Formats that LibreOffice turns into DOCX first.</summary>
public sealed class OfficeConverterTests
{
    [Fact]
    public void Rich_text_is_read()
    {
        var path = Path.Combine(Path.GetTempPath(), $"namro-{Guid.CreateVersion7()}.doc");
        File.WriteAllText(path, @"{\rtf1\ansi\pard S\u7889\'3f: 12/KH-UBND\par\pard Ph\u432\'3f\u7901\'3fng A\par}", Encoding.ASCII);
        try
        {
            var reading = DocumentReader.Read(path, ReadingOptions.Default);

            Assert.Equal(["Số: 12/KH-UBND", "Phường A"], reading.Blocks.Cast<Paragraph>().Select(paragraph => paragraph.Text));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_web_page_is_read_with_its_table()
    {
        var path = Path.Combine(Path.GetTempPath(), $"namro-{Guid.CreateVersion7()}.xls");
        File.WriteAllText(path, "<html><head><meta charset=\"utf-8\"></head><body><table border=1><tr><th>STT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr><tr><td>1</td><td>Rà soát</td><td>Phòng A</td></tr></table></body></html>");
        try
        {
            var table = Assert.Single(DocumentReader.Read(path, ReadingOptions.Default).Blocks.OfType<Table>());

            TableAssert.Equal([["STT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát", "Phòng A"]], table);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_broken_old_document_is_refused()
    {
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        Assert.NotNull(HostileFile.Read([.. head, .. new byte[2000], .. Encoding.Unicode.GetBytes("WordDocument\0"), .. new byte[3000]], ".doc"));
    }
}
