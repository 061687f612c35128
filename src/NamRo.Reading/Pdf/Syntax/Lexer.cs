using System.Text;

namespace NamRo.Reading.Pdf.Syntax;

/// <summary>
/// Cuts the bytes of a file or of a content stream into tokens (ISO 32000-1, 7.2). Never fails: what makes no sense becomes a keyword.
/// </summary>
internal sealed class Lexer(byte[] data, int start, int end)
{
    private const byte Regular = 0;
    private const byte White = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Classes = ClassifyBytes();
    private static readonly double[] Fractions = [1, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9];

    public byte[] Data { get; } = data;

    /// <summary>Where the next token is looked for.</summary>
    public int Position { get; set; } = start;

    public int End { get; } = end;

    public ReadOnlySpan<byte> Bytes(Token token) => Data.AsSpan(token.Start, token.Length);

    public Token Next()
    {
        SkipWhite();
        if (Position >= End)
        {
            return new Token(TokenKind.End, End, 0);
        }

        var at = Position;
        switch (Data[at])
        {
            case (byte)'/':
                Position++;
                SkipRegular();
                return new Token(TokenKind.Name, at + 1, Position - at - 1);
            case (byte)'(':
                return ReadLiteralString();
            case (byte)'[':
                Position++;
                return new Token(TokenKind.ArrayStart, at, 1);
            case (byte)']':
                Position++;
                return new Token(TokenKind.ArrayEnd, at, 1);
            case (byte)'<':
                return Peek(1) == '<' ? Two(TokenKind.DictionaryStart) : ReadHexString();
            case (byte)'>':
                return Peek(1) == '>' ? Two(TokenKind.DictionaryEnd) : One();
            case (byte)'{' or (byte)'}' or (byte)')':
                return One();
            default:
                SkipRegular();
                return NumberOrKeyword(at, Position - at);
        }
    }

    /// <summary>The name of a name token, with its #xx escapes undone.</summary>
    public string Name(Token token)
    {
        var bytes = Bytes(token);
        if (bytes.IndexOf((byte)'#') < 0)
        {
            return Encoding.Latin1.GetString(bytes);
        }

        var name = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '#' && i + 2 < bytes.Length && HexValue(bytes[i + 1]) >= 0 && HexValue(bytes[i + 2]) >= 0)
            {
                name.Append((char)(HexValue(bytes[i + 1]) * 16 + HexValue(bytes[i + 2])));
                i += 2;
            }
            else
            {
                name.Append((char)bytes[i]);
            }
        }

        return name.ToString();
    }

    /// <summary>
    /// Writes the bytes a string token stands for into <paramref name="into"/> (at least as long as the token) and returns how many.
    /// </summary>
    public int Decode(Token token, Span<byte> into) =>
        token.Kind == TokenKind.HexString ? DecodeHex(Bytes(token), into) : DecodeLiteral(Bytes(token), into);

    public byte[] Decode(Token token)
    {
        var bytes = new byte[token.Length + 1];
        return bytes[..Decode(token, bytes)];
    }

    public void SkipWhite()
    {
        while (Position < End)
        {
            if (Data[Position] == '%')
            {
                while (Position < End && Data[Position] is not ((byte)'\r' or (byte)'\n'))
                {
                    Position++;
                }
            }
            else if (Classes[Data[Position]] == White)
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    internal static bool IsWhite(byte value) => Classes[value] == White;

    internal static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };

    private static byte[] ClassifyBytes()
    {
        var classes = new byte[256];
        foreach (var value in "\0\t\n\f\r ")
        {
            classes[value] = White;
        }

        foreach (var value in "()<>[]{}/%")
        {
            classes[value] = Delimiter;
        }

        return classes;
    }

    private static int DecodeHex(ReadOnlySpan<byte> digits, Span<byte> into)
    {
        var count = 0;
        var high = -1;
        foreach (var digit in digits)
        {
            var value = HexValue(digit);
            if (value < 0)
            {
                continue;
            }

            if (high < 0)
            {
                high = value;
            }
            else
            {
                into[count++] = (byte)(high * 16 + value);
                high = -1;
            }
        }

        if (high >= 0)
        {
            into[count++] = (byte)(high * 16);
        }

        return count;
    }

    private static int DecodeLiteral(ReadOnlySpan<byte> raw, Span<byte> into)
    {
        if (raw.IndexOf((byte)'\\') < 0)
        {
            raw.CopyTo(into);
            return raw.Length;
        }

        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || ++i >= raw.Length)
            {
                into[count++] = raw[Math.Min(i, raw.Length - 1)];
                continue;
            }

            var escaped = raw[i];
            if (escaped is >= (byte)'0' and <= (byte)'7')
            {
                var value = 0;
                var last = Math.Min(raw.Length, i + 3);
                while (i < last && raw[i] is >= (byte)'0' and <= (byte)'7')
                {
                    value = value * 8 + raw[i++] - '0';
                }

                i--;
                into[count++] = (byte)value;
            }
            else if (escaped is (byte)'\r' or (byte)'\n')
            {
                i += escaped == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n' ? 1 : 0;
            }
            else
            {
                into[count++] = Unescape(escaped);
            }
        }

        return count;
    }

    private static byte Unescape(byte escaped) => escaped switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => escaped,
    };

    private int Peek(int ahead) => Position + ahead < End ? Data[Position + ahead] : -1;

    private Token One() => new(TokenKind.Keyword, Position++, 1);

    private Token Two(TokenKind kind)
    {
        Position += 2;
        return new Token(kind, Position - 2, 2);
    }

    private void SkipRegular()
    {
        while (Position < End && Classes[Data[Position]] == Regular)
        {
            Position++;
        }
    }

    private Token ReadHexString()
    {
        var from = ++Position;
        var close = Data.AsSpan(from, End - from).IndexOf((byte)'>');
        var length = close < 0 ? End - from : close;
        Position = Math.Min(End, from + length + 1);
        return new Token(TokenKind.HexString, from, length);
    }

    private Token ReadLiteralString()
    {
        var from = ++Position;
        for (var depth = 1; Position < End; Position++)
        {
            switch (Data[Position])
            {
                case (byte)'\\':
                    Position++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    Position++;
                    return new Token(TokenKind.LiteralString, from, Position - 1 - from);
            }
        }

        Position = End;
        return new Token(TokenKind.LiteralString, from, End - from);
    }

    private Token NumberOrKeyword(int at, int length)
    {
        var bytes = Data.AsSpan(at, length);
        double whole = 0;
        var decimals = -1;
        var digits = 0;
        var i = bytes[0] is (byte)'+' or (byte)'-' ? 1 : 0;
        for (; i < length; i++)
        {
            if (bytes[i] is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                if (decimals < 9)
                {
                    whole = whole * 10 + bytes[i] - '0';
                    decimals += decimals < 0 ? 0 : 1;
                }
            }
            else if (bytes[i] == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else if (bytes[i] != '-')
            {
                return new Token(TokenKind.Keyword, at, length);
            }
        }

        if (digits == 0 && decimals < 0)
        {
            return new Token(TokenKind.Keyword, at, length);
        }

        var value = decimals > 0 ? whole * Fractions[decimals] : whole;
        return new Token(TokenKind.Number, at, length, bytes[0] == '-' ? -value : value);
    }
}
