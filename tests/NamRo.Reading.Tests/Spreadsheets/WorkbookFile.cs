using System.IO.Compression;
using System.Text;

namespace NamRo.Reading.Tests.Spreadsheets;

/// <summary>A small XLSX of one sheet: rows of texts, numbers and formulas.</summary>
internal static class WorkbookFile
{
    private const string Names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static DocumentReading Read(string[][] rows, params string[] merges)
    {
        var path = Path.Combine(Path.GetTempPath(), $"namro-{Guid.CreateVersion7()}.xlsx");
        File.WriteAllBytes(path, ToBytes(rows, merges));
        try
        {
            return DocumentReader.Read(path, ReadingOptions.Default);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static byte[] ToBytes(string[][] rows, params string[] merges)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Write(zip, "_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Relation}officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Write(zip, "xl/_rels/workbook.xml.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Relation}worksheet\" Target=\"worksheets/sheet1.xml\"/>"));
            Write(zip, "xl/workbook.xml", $"<workbook {Names}><sheets><sheet name=\"Phụ lục\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            var merged = merges.Length == 0 ? string.Empty : "<mergeCells>" + string.Concat(merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>")) + "</mergeCells>";
            Write(zip, "xl/worksheets/sheet1.xml", $"<worksheet {Names}><sheetData>{string.Concat(rows.Select(Row))}</sheetData>{merged}</worksheet>");
        }

        return stream.ToArray();
    }

    private static string Row(string[] cells, int row) => $"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{row + 1}")))}</row>";

    private static string Cell(string text, string place) => text switch
    {
        "" => string.Empty,
        ['=', ..] => $"<c r=\"{place}\"><f>{text[1..]}</f></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
    };

    private static string Relations(string relations) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
    }
}
