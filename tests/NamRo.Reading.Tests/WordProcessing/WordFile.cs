using System.IO.Compression;
using System.Text;

namespace NamRo.Reading.Tests.WordProcessing;

/// <summary>A small DOCX made of the XML that a test is about.</summary>
internal sealed class WordFile
{
    private const string Head = """
        <?xml version="1.0" encoding="UTF-8"?>
        """;

    private const string Names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wps="urn:wps"
        """;

    public required string Body { get; init; }

    public string Numbering { get; init; } = string.Empty;

    public string Styles { get; init; } = string.Empty;

    public DocumentReading Read()
    {
        var path = Path.Combine(Path.GetTempPath(), $"namro-{Guid.CreateVersion7()}.docx");
        File.WriteAllBytes(path, ToBytes());
        try
        {
            return DocumentReader.Read(path, ReadingOptions.Default);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "word/document.xml", $"<w:document {Names}><w:body>{Body}</w:body></w:document>");
            Write(zip, "word/numbering.xml", $"<w:numbering {Names}>{Numbering}</w:numbering>");
            Write(zip, "word/styles.xml", $"<w:styles {Names}>{Styles}</w:styles>");
            Write(zip, "_rels/.rels", Relations(("officeDocument", "word/document.xml")));
            Write(zip, "word/_rels/document.xml.rels", Relations(("styles", "styles.xml"), ("numbering", "/word/numbering.xml")));
        }

        return stream.ToArray();
    }

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string InList(string text, int list, int level = 0) =>
        Paragraph(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    public static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    private static string Relations(params (string Type, string Target)[] relations) =>
        "<Relationships>" + string.Concat(relations.Select(r => $"""<Relationship Type="http://x/{r.Type}" Target="{r.Target}"/>""")) + "</Relationships>";

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(Head + xml));
    }
}
