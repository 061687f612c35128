using System.Text;

namespace NamRo.Language;

/// <summary>Vietnamese text as it is stored, and the keys by which two spellings of the same words compare equal.</summary>
public static class VietnameseText
{
    /// <summary>
    /// One passage as it is kept and shown: composed (NFC), white space of every kind (line ends too) as single spaces, none at the
    /// ends, without soft hyphens and invisible marks. Letters, case and punctuation stay as the author wrote them.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string composed = Compose(text);
        StringBuilder builder = new(composed.Length);
        bool gap = false;
        foreach (char letter in composed)
        {
            if (char.IsWhiteSpace(letter))
            {
                gap = builder.Length > 0;
            }
            else if (!IsInvisible(letter))
            {
                if (gap)
                {
                    builder.Append(' ');
                    gap = false;
                }

                builder.Append(letter);
            }
        }

        return builder.ToString();
    }

    /// <summary>
    /// The comparison key: lower case, tones in one place (hoà = hòa, uỷ = ủy, quí = quý), every dash "-" without spaces round it,
    /// "&amp;" as "và", quotes and markup (* _ ` |) gone, other punctuation as a space unless it stands between digits.
    /// </summary>
    public static string Fold(string text) => new TextFolder(text, withMap: false).Folded();

    /// <summary>The comparison key together with the way back to the original.</summary>
    public static FoldMap FoldWithMap(string text) => new TextFolder(text, withMap: true).Map();

    /// <summary>
    /// <see cref="Fold"/>, and "Đ" of an acronym in capitals (CĐS, BCĐ) read as "D", because documents mix the two spellings.
    /// </summary>
    public static string FoldLoose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains('Đ', StringComparison.Ordinal) ? Fold(LoosenAcronyms(Compose(text))) : Fold(text);
    }

    /// <summary><see cref="Fold"/> without tones, hats, breves, horns and the bar of đ: plain Latin letters.</summary>
    public static string WithoutAccents(string text)
    {
        string key = Fold(text);
        return string.Create(key.Length, key, static (plain, source) =>
        {
            for (int i = 0; i < plain.Length; i++)
            {
                plain[i] = Letters.WithoutAccent(source[i]);
            }
        });
    }

    /// <summary>Whether two texts have the same key (<see cref="Fold"/>).</summary>
    public static bool AreSame(string one, string other) => string.Equals(Fold(one), Fold(other), StringComparison.Ordinal);

    /// <summary>The composed form; text that holds broken surrogates is returned as it is.</summary>
    internal static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    internal static bool IsInvisible(char letter) => letter switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' => true,
        _ => char.IsControl(letter) && !char.IsWhiteSpace(letter),
    };

    private static string LoosenAcronyms(string text)
    {
        char[] letters = text.ToCharArray();
        int start = 0;
        for (int i = 0; i <= letters.Length; i++)
        {
            if (i < letters.Length && char.IsLetter(letters[i]))
            {
                continue;
            }

            Span<char> word = letters.AsSpan(start, i - start);
            if (word.Length > 1 && !ContainsLowerOrVowelMark(word))
            {
                word.Replace('Đ', 'D');
            }

            start = i + 1;
        }

        return new string(letters);
    }

    /// <summary>A word in capitals that carries a tone ("ĐẢNG") is a word of a title, not an acronym.</summary>
    private static bool ContainsLowerOrVowelMark(ReadOnlySpan<char> word)
    {
        foreach (char letter in word)
        {
            Letters.WithoutTone(char.ToLowerInvariant(letter), out Tone tone);
            if (char.IsLower(letter) || tone != Tone.Level)
            {
                return true;
            }
        }

        return false;
    }
}
