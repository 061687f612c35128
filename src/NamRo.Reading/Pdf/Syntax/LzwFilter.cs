namespace NamRo.Reading.Pdf.Syntax;

/// <summary>LZW as TIFF and old PDF producers wrote it (ISO 32000-1, 7.4.4).</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int EndOfData = 257;
    private const int MaximumCodes = 4096;

    public static byte[] Decode(byte[] bytes, bool earlyChange, int maximumBytes)
    {
        var output = new MemoryStream();
        var prefix = new int[MaximumCodes];
        var suffix = new byte[MaximumCodes];
        var next = EndOfData + 1;
        var previous = -1;
        var early = earlyChange ? 1 : 0;
        var bit = 0L;
        for (var width = 9; bit + width <= bytes.Length * 8L && output.Length < maximumBytes; width = WidthFor(next + early))
        {
            var code = ReadCode(bytes, bit, width);
            bit += width;
            if (code == EndOfData)
            {
                break;
            }

            if (code == Clear)
            {
                (next, previous) = (EndOfData + 1, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0))
            {
                break;
            }

            if (previous >= 0 && next < MaximumCodes)
            {
                prefix[next] = previous;
                suffix[next] = FirstByte(code == next ? previous : code, prefix);
                next++;
            }

            Write(output, code, prefix, suffix);
            previous = code;
        }

        return output.ToArray();
    }

    private static int WidthFor(int codes) => codes switch
    {
        < 512 => 9,
        < 1024 => 10,
        < 2048 => 11,
        _ => 12,
    };

    private static int ReadCode(byte[] bytes, long bit, int width)
    {
        var code = 0;
        for (var i = bit; i < bit + width; i++)
        {
            code = code << 1 | bytes[i >> 3] >> (int)(7 - (i & 7)) & 1;
        }

        return code;
    }

    private static byte FirstByte(int code, int[] prefix)
    {
        while (code > EndOfData)
        {
            code = prefix[code];
        }

        return (byte)code;
    }

    private static void Write(MemoryStream output, int code, int[] prefix, byte[] suffix)
    {
        Span<byte> reversed = stackalloc byte[MaximumCodes];
        var length = 0;
        for (; code > EndOfData; code = prefix[code])
        {
            reversed[length++] = suffix[code];
        }

        reversed[length++] = (byte)code;
        reversed[..length].Reverse();
        output.Write(reversed[..length]);
    }
}
