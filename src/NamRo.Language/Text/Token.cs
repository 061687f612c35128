namespace NamRo.Language;

internal enum TokenKind
{
    /// <summary>Letters, or letters mixed with digits ("5G", "C06").</summary>
    Word,

    /// <summary>Digits with their separators ("3.450", "95,5").</summary>
    Number,

    /// <summary>One sign ("%", "/", "≥", ",").</summary>
    Sign,
}

/// <summary>One word, number or sign of a text.</summary>
/// <param name="Key">Folded; for a number its digits as written.</param>
internal readonly record struct Token(TokenKind Kind, string Key, TextRange Range)
{
    public bool Is(string key) => string.Equals(Key, key, StringComparison.Ordinal);
}

/// <summary>Cuts a text into tokens, each with its range in the text. Invisible marks belong to no token.</summary>
internal static class Tokens
{
    // "100km", "2ha": a unit may be written against its number; other letters make the whole an identifier.
    private static readonly HashSet<string> AttachedUnits = new(StringComparer.Ordinal)
    {
        "km", "m", "m2", "m3", "km2", "ha", "kg", "gb", "tb", "mb", "gbps", "mbps", "kw", "mw", "mwp", "kwp", "kwh", "h", "tr", "lần", "đ",
    };

    public static List<Token> Of(string text)
    {
        List<Token> tokens = [];
        for (int at = 0; at < text.Length;)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                at = AddRun(text, at, tokens);
                continue;
            }

            if (!char.IsWhiteSpace(text[at]) && !VietnameseText.IsInvisible(text[at]))
            {
                string sign = TextFolder.IsDash(text[at]) ? "-" : text[at].ToString();
                tokens.Add(new(TokenKind.Sign, sign, new(at, at + 1)));
            }

            at++;
        }

        return tokens;
    }

    private static int AddRun(string text, int from, List<Token> tokens)
    {
        int to = from;
        while (to < text.Length && char.IsAsciiDigit(text[to]))
        {
            to++;
            if (to + 1 < text.Length && text[to] is '.' or ',' && char.IsAsciiDigit(text[to + 1]))
            {
                to++;
            }
        }

        int end = to;
        while (end < text.Length && IsWordLetter(text[end]))
        {
            end++;
        }

        if (to > from)
        {
            string suffix = VietnameseText.Fold(text[to..end]);
            if (end == to || AttachedUnits.Contains(suffix))
            {
                tokens.Add(new(TokenKind.Number, text[from..to], new(from, to)));
                from = to;
            }
        }

        if (end > from)
        {
            tokens.Add(new(TokenKind.Word, VietnameseText.Fold(text[from..end]), new(from, end)));
        }

        return end;
    }

    private static bool IsWordLetter(char letter) =>
        char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
