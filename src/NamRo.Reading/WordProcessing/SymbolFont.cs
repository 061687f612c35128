namespace NamRo.Reading.WordProcessing;

/// <summary>Letters of the symbol fonts (Symbol, Wingdings) as Unicode; they sit in the private area U+F000 to U+F0FF.</summary>
internal static class SymbolFont
{
    private const string SymbolCodes = "+-%<=>\u00A3\u00B3\u00B0\u00B1\u00B4\u00B7\u00B8\u00B9\u00BB\u00AE\u00A5DSm";
    private const string SymbolLetters = "+-%<=>≤≥°±×•÷≠≈→∞ΔΣµ";
    private const string WingdingsCodes = "lnqov\u009F\u00A7\u00A8\u00D8\u00E0\u00F0\u00FC\u00FE";
    private const string WingdingsLetters = "•▪□□••▪□➢→→✓☑";

    /// <summary>The character in Unicode; a blank for a picture that has no letter.</summary>
    /// <param name="font">The font's name.</param>
    /// <param name="code">The character's code, with or without the private area's offset.</param>
    public static string Translate(string? font, int code)
    {
        var place = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        var (codes, letters) = font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true
            ? (WingdingsCodes, WingdingsLetters)
            : (SymbolCodes, SymbolLetters);
        var index = codes.IndexOf((char)place, StringComparison.Ordinal);
        return index < 0 ? " " : letters[index].ToString();
    }

    /// <summary>Replaces private-area letters inside ordinary text.</summary>
    public static string TranslateAll(string text, string? font) =>
        text.Any(IsPrivate) ? string.Concat(text.Select(c => IsPrivate(c) ? Translate(font, c) : c.ToString())) : text;

    private static bool IsPrivate(char c) => c is >= '\uF000' and <= '\uF0FF';
}
