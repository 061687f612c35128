using System.Text;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Fonts;

/// <summary>A CMap: which bytes form a code, and which glyph or text a code stands for (ISO 32000-1, 9.7.5 and 9.10.3).</summary>
internal sealed class CharacterMap
{
    private const int MaximumEntries = 200_000;
    private const int MaximumTextUnits = 64;

    private readonly Dictionary<int, string> texts = [];
    private readonly List<(int First, int Last, int Glyph)> glyphRanges = [];
    private readonly List<(int Length, long Low, long High)> codeSpaces = [];
    private readonly bool isUnicode;

    private CharacterMap(bool isUnicode = false) => this.isUnicode = isUnicode;

    /// <summary>Maps nothing to text; two bytes are a code, and the code is the glyph.</summary>
    public static CharacterMap Identity { get; } = new();

    /// <summary>A predefined map of the given name. Those on Unicode codes tell their text by themselves.</summary>
    public static CharacterMap Predefined(string? name) =>
        name is not null && (name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal))
            ? new CharacterMap(isUnicode: true)
            : Identity;

    public static CharacterMap Parse(byte[] bytes)
    {
        var map = new CharacterMap();
        var lexer = new Lexer(bytes, 0, bytes.Length);
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            if (token.Kind != TokenKind.Keyword)
            {
                continue;
            }

            var keyword = lexer.Bytes(token);
            if (keyword.SequenceEqual("begincodespacerange"u8))
            {
                map.ReadCodeSpaces(lexer);
            }
            else if (keyword.SequenceEqual("beginbfchar"u8))
            {
                map.ReadCharacters(lexer);
            }
            else if (keyword.SequenceEqual("beginbfrange"u8))
            {
                map.ReadRanges(lexer);
            }
            else if (keyword.SequenceEqual("begincidrange"u8))
            {
                map.ReadGlyphRanges(lexer, isSingle: false);
            }
            else if (keyword.SequenceEqual("begincidchar"u8))
            {
                map.ReadGlyphRanges(lexer, isSingle: true);
            }
        }

        return map;
    }

    /// <summary>How many bytes the first code of a string takes; 2 unless the map says otherwise.</summary>
    public int CodeLength(ReadOnlySpan<byte> codes)
    {
        long code = 0;
        for (var length = 1; length <= Math.Min(4, codes.Length) && codeSpaces.Count > 0; length++)
        {
            code = code << 8 | codes[length - 1];
            foreach (var space in codeSpaces)
            {
                if (space.Length == length && code >= space.Low && code <= space.High)
                {
                    return length;
                }
            }
        }

        return Math.Min(2, codes.Length);
    }

    public string? Text(int code)
    {
        if (texts.TryGetValue(code, out var text))
        {
            return text;
        }

        return isUnicode && code is > 0 and < 0xD800 ? ((char)code).ToString() : null;
    }

    public int GlyphNumber(int code)
    {
        foreach (var range in glyphRanges)
        {
            if (code >= range.First && code <= range.Last)
            {
                return range.Glyph + code - range.First;
            }
        }

        return code;
    }

    private void ReadCodeSpaces(Lexer lexer)
    {
        while (ReadCode(lexer, out var low, out var length) && ReadCode(lexer, out var high, out _))
        {
            codeSpaces.Add((length, (uint)low, (uint)high));
        }
    }

    private void ReadCharacters(Lexer lexer)
    {
        while (texts.Count < MaximumEntries && ReadCode(lexer, out var code, out _))
        {
            var target = lexer.Next();
            texts[code] = target.Kind == TokenKind.HexString ? Utf16(lexer, target) : "";
        }
    }

    private void ReadRanges(Lexer lexer)
    {
        while (texts.Count < MaximumEntries && ReadCode(lexer, out var first, out _) && ReadCode(lexer, out var last, out _))
        {
            var target = lexer.Next();
            if (target.Kind == TokenKind.ArrayStart)
            {
                for (var item = lexer.Next(); item.Kind == TokenKind.HexString; item = lexer.Next())
                {
                    texts[first++] = Utf16(lexer, item);
                }
            }
            else if (target.Kind == TokenKind.HexString)
            {
                AddRange(first, last, Utf16(lexer, target));
            }
        }
    }

    private void AddRange(int first, int last, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        for (var code = first; code <= last && texts.Count < MaximumEntries; code++)
        {
            texts[code] = text[..^1] + (char)(text[^1] + code - first);
        }
    }

    private void ReadGlyphRanges(Lexer lexer, bool isSingle)
    {
        while (glyphRanges.Count < MaximumEntries && ReadCode(lexer, out var first, out _))
        {
            var last = first;
            if (!isSingle && !ReadCode(lexer, out last, out _))
            {
                return;
            }

            glyphRanges.Add((first, last, (int)lexer.Next().Number));
        }
    }

    private static bool ReadCode(Lexer lexer, out int code, out int length)
    {
        var token = lexer.Next();
        (code, length) = (0, 0);
        if (token.Kind != TokenKind.HexString)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[4];
        if (token.Length > 2 * bytes.Length)
        {
            return false;
        }

        length = lexer.Decode(token, bytes);
        foreach (var value in bytes[..length])
        {
            code = code << 8 | value;
        }

        return true;
    }

    private static string Utf16(Lexer lexer, Token token)
    {
        var bytes = lexer.Decode(token);
        var text = bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes);
        return text.Length > MaximumTextUnits ? "" : text;
    }
}
