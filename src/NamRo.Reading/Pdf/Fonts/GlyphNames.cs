using System.Globalization;
using System.Text;

namespace NamRo.Reading.Pdf.Fonts;

/// <summary>
/// Text of a glyph by its name, after the conventions of Adobe's glyph list: signs by a table, letters with marks by reading the marks off
/// the name
/// ("abreveacute" is a + breve + acute), code points off "uni1EAF" and "u1EAF".
/// </summary>
internal static class GlyphNames
{
    private static readonly Dictionary<string, string> Marks = ReadPairs(
        """
        grave 0300 acute 0301 circumflex 0302 tilde 0303 macron 0304 breve 0306 dieresis 0308 hookabove 0309 ring 030a caron 030c
        horn 031b dotbelow 0323 cedilla 0327 ogonek 0328 hungarumlaut 030b dotaccent 0307
        """).ToDictionary(mark => mark.Key, mark => CodePoint(mark.Value));

    private static readonly Dictionary<string, string> Signs = ReadPairs(
        """
        exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus + comma ,
        hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal
        = greater > question ? at @ bracketleft [ backslash \ bracketright ] asciicircum ^ underscore _ braceleft { bar | braceright }
        asciitilde ~ quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ endash – emdash — bullet •
        ellipsis … dagger † daggerdbl ‡ perthousand ‰ guilsinglleft ‹ guilsinglright › guillemotleft « guillemotright » fraction ⁄ minus
        − multiply × divide ÷ plusminus ± degree ° mu µ paragraph ¶ section § copyright © registered ® trademark ™ currency ¤ cent ¢
        sterling £ yen ¥ Euro € brokenbar ¦ logicalnot ¬ ordfeminine ª ordmasculine º onesuperior ¹ twosuperior ² threesuperior ³
        onequarter ¼ onehalf ½ threequarters ¾ exclamdown ¡ questiondown ¿ AE Æ ae æ OE Œ oe œ Oslash Ø oslash ø germandbls ß dotlessi ı
        Lslash Ł lslash ł Eth Ð eth ð Thorn Þ thorn þ Dcroat Đ dcroat đ Dslash Đ dmacron đ fi fi fl fl ff ff ffi ffi ffl ffl lessequal ≤
        greaterequal ≥ notequal ≠ infinity ∞ approxequal ≈ dong ₫ florin ƒ periodcentered · middot · sfthyphen - softhyphen - checkmark
        ✓ arrowright → arrowleft ← filledbox ■ H22073 □ summation ∑ radical √ Omega Ω pi π
        """);

    /// <summary>The text, or null when the name says nothing.</summary>
    public static string? Text(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = dot > 0 ? name[..dot] : name;
        if (stem.Length <= 1)
        {
            return stem.Length == 1 ? stem : null;
        }

        if (stem is "space" or "nbspace" or "nonbreakingspace")
        {
            return " ";
        }

        return Signs.GetValueOrDefault(stem) ?? Coded(stem) ?? Marked(stem);
    }

    private static string CodePoint(string hex) =>
        ((char)ushort.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    private static string? Coded(string name)
    {
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0)
        {
            var text = new StringBuilder();
            for (var i = 3; i < name.Length; i += 4)
            {
                if (!ushort.TryParse(name.AsSpan(i, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit)
                    || char.IsSurrogate((char)unit))
                {
                    return null;
                }

                text.Append((char)unit);
            }

            return text.ToString();
        }

        return name[0] == 'u' && name.Length is >= 5 and <= 7
            && int.TryParse(name.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point)
            && Rune.IsValid(point)
            ? new Rune(point).ToString()
            : null;
    }

    private static string? Marked(string name)
    {
        if (Marks.TryGetValue(name, out var alone))
        {
            return alone;
        }

        if (!char.IsAsciiLetter(name[0]))
        {
            return null;
        }

        var text = new StringBuilder().Append(name[0]);
        for (var rest = name.AsSpan(1); rest.Length > 0;)
        {
            var mark = MarkAtStart(rest);
            if (mark is null)
            {
                return null;
            }

            text.Append(Marks[mark]);
            rest = rest[mark.Length..];
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? MarkAtStart(ReadOnlySpan<char> rest)
    {
        foreach (var mark in Marks.Keys)
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal))
            {
                return mark;
            }
        }

        return null;
    }

    private static Dictionary<string, string> ReadPairs(string table)
    {
        var parts = table.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < parts.Length; i += 2)
        {
            pairs[parts[i]] = parts[i + 1];
        }

        return pairs;
    }
}
