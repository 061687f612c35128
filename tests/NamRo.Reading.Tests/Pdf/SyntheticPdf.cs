using System.IO.Compression;
using System.Text;

namespace NamRo.Reading.Tests.Pdf;

/// <summary>Writes small PDF files of the tests' own making; object 1 is the catalogue, 2 the tree of pages.</summary>
internal sealed class SyntheticPdf
{
    private readonly List<byte[]> objects = [];

    /// <summary>Adds an object and returns its number.</summary>
    public int Add(string body) => Add(Encoding.Latin1.GetBytes(body));

    public int AddStream(string dictionary, byte[] data)
    {
        var head = Encoding.Latin1.GetBytes($"<< {dictionary} /Length {data.Length} >>\nstream\n");
        return Add([.. head, .. data, .. "\nendstream"u8]);
    }

    public static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            stream.Write(data);
        }

        return packed.ToArray();
    }

    /// <summary>A document of one page with the given content and the standard font F1.</summary>
    public static byte[] Page(string content, string pageEntries = "", string catalogueEntries = "")
    {
        var pdf = new SyntheticPdf();
        pdf.Add($"<< /Type /Catalog /Pages 2 0 R {catalogueEntries} >>");
        pdf.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        const string Resources = "/Resources << /Font << /F1 4 0 R >> >>";
        pdf.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R {Resources} {pageEntries} >>");
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
        pdf.AddStream("", Encoding.Latin1.GetBytes(content));
        return pdf.Write();
    }

    public byte[] Write()
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Put(file, "%PDF-1.7\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Put(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i]);
            Put(file, "\nendobj\n");
        }

        var table = file.Position;
        Put(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Put(file, $"{offset:0000000000} 00000 n \n");
        }

        Put(file, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Put(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private int Add(byte[] body)
    {
        objects.Add(body);
        return objects.Count;
    }
}
