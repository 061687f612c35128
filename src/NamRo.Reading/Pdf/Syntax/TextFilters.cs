namespace NamRo.Reading.Pdf.Syntax;

/// <summary>The small filters of ISO 32000-1, 7.4.2, 7.4.3 and 7.4.5.</summary>
internal static class TextFilters
{
    public static byte[] DecodeHex(byte[] bytes)
    {
        var close = Array.IndexOf(bytes, (byte)'>');
        var token = new Token(TokenKind.HexString, 0, close < 0 ? bytes.Length : close);
        return new Lexer(bytes, 0, bytes.Length).Decode(token);
    }

    public static byte[] DecodeAscii85(byte[] bytes)
    {
        var decoded = new List<byte>(bytes.Length);
        uint group = 0;
        var count = 0;
        foreach (var value in bytes)
        {
            if (value == '~')
            {
                break;
            }

            if (value == 'z' && count == 0)
            {
                decoded.AddRange([0, 0, 0, 0]);
            }
            else if (value is >= (byte)'!' and <= (byte)'u')
            {
                group = unchecked(group * 85 + value - '!');
                if (++count == 5)
                {
                    AddGroup(decoded, group, 4);
                    (group, count) = (0, 0);
                }
            }
        }

        if (count > 1)
        {
            for (var i = count; i < 5; i++)
            {
                group = unchecked(group * 85 + 84);
            }

            AddGroup(decoded, group, count - 1);
        }

        return [.. decoded];
    }

    public static byte[] DecodeRunLength(byte[] bytes, int maximumBytes)
    {
        var decoded = new List<byte>(bytes.Length * 2);
        for (var i = 0; i < bytes.Length && bytes[i] != 128 && decoded.Count < maximumBytes;)
        {
            var length = bytes[i++];
            if (length < 128)
            {
                var taken = Math.Min(length + 1, bytes.Length - i);
                decoded.AddRange(bytes.AsSpan(i, taken));
                i += taken;
            }
            else if (i < bytes.Length)
            {
                decoded.AddRange(Enumerable.Repeat(bytes[i++], 257 - length));
            }
        }

        return [.. decoded];
    }

    private static void AddGroup(List<byte> decoded, uint group, int count)
    {
        for (var i = 0; i < count; i++)
        {
            decoded.Add((byte)(group >> (24 - 8 * i)));
        }
    }
}
