using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Content;

/// <summary>The content of a page, which may be cut into several streams anywhere between two tokens.</summary>
internal static class PageStreams
{
    public static byte[] Read(PdfFile file, PdfPage page)
    {
        if (file.Resolve(page.Dictionary["Contents"]) is not PdfArray parts)
        {
            return file.Resolve(page.Dictionary["Contents"]) is PdfStream only ? file.Streams.Decode(only) : [];
        }

        var joined = new MemoryStream();
        foreach (var part in parts.Items)
        {
            if (file.Resolve(part) is PdfStream stream && joined.Length < StreamDecoder.MaximumBytes)
            {
                joined.Write(file.Streams.Decode(stream));
                joined.WriteByte((byte)'\n');
            }
        }

        return joined.ToArray();
    }
}
