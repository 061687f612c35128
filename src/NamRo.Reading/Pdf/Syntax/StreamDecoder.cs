using System.IO.Compression;

namespace NamRo.Reading.Pdf.Syntax;

/// <summary>
/// Undoes the filters of a stream (ISO 32000-1, 7.4). Damaged data gives what could be read before the damage,
/// and no stream grows beyond <see cref="MaximumBytes"/>: a kilobyte of Flate can hold a gigabyte.
/// </summary>
internal sealed class StreamDecoder(PdfFile file, byte[] data)
{
    /// <summary>A page's content or a font's map; real ones stay below 5 MB.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    private const int MaximumFilters = 8;

    /// <summary>The decoded bytes; empty for image codecs, which hold no text.</summary>
    public byte[] Decode(PdfStream stream)
    {
        var filters = Listed(stream.Dictionary, "Filter", "F");
        var parameters = Listed(stream.Dictionary, "DecodeParms", "DP");
        if (filters.Count > MaximumFilters)
        {
            return [];
        }

        var bytes = data.AsSpan(stream.Start, stream.Length).ToArray();
        for (var i = 0; i < filters.Count; i++)
        {
            var name = (filters[i] as PdfName)?.Value;
            var settings = i < parameters.Count ? parameters[i] as PdfDictionary : null;
            bytes = Decode(name, bytes, settings);
        }

        return bytes;
    }

    private byte[] Decode(string? filter, byte[] bytes, PdfDictionary? settings) => filter switch
    {
        "FlateDecode" or "Fl" => Predict(Inflate(bytes), settings),
        "LZWDecode" or "LZW" => Predict(LzwFilter.Decode(bytes, file.Number(settings, "EarlyChange", 1) != 0, MaximumBytes), settings),
        "ASCII85Decode" or "A85" => TextFilters.DecodeAscii85(bytes),
        "ASCIIHexDecode" or "AHx" => TextFilters.DecodeHex(bytes),
        "RunLengthDecode" or "RL" => TextFilters.DecodeRunLength(bytes, MaximumBytes),
        _ => [],
    };

    private byte[] Predict(byte[] bytes, PdfDictionary? settings)
    {
        var predictor = (int)file.Number(settings, "Predictor", 1);
        return predictor < 10
            ? bytes
            : PngPredictor.Undo(
                bytes,
                (int)file.Number(settings, "Columns", 1),
                (int)file.Number(settings, "Colors", 1),
                (int)file.Number(settings, "BitsPerComponent", 8));
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var inflated = new MemoryStream(Math.Min(bytes.Length * 4, MaximumBytes));
        using var source = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var buffer = new byte[32 * 1024];
        try
        {
            for (var read = source.Read(buffer); read > 0 && inflated.Length < MaximumBytes; read = source.Read(buffer))
            {
                inflated.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return inflated.ToArray();
        }

        return inflated.ToArray();
    }

    private List<PdfValue?> Listed(PdfDictionary dictionary, string key, string shortKey) =>
        file.Resolve(dictionary[key] ?? dictionary[shortKey]) switch
        {
            null => [],
            PdfArray array => [.. array.Items.Select(file.Resolve)],
            var one => [one],
        };
}
