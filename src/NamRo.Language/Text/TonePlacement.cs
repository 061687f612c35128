namespace NamRo.Language;

/// <summary>
/// Puts the tone of a syllable in one place, so that "hoà" and "hòa", "uỷ" and "ủy", "họat" and "hoạt" compare equal.
/// The place is the one the older school style gives: the vowel with a hat, breve or horn if there is one, the last vowel before
/// a final consonant, else the first of two and the middle of three.
/// </summary>
internal static class TonePlacement
{
    // "nghiêng" has seven letters; anything longer than this is no Vietnamese syllable and is left alone.
    private const int LongestSyllable = 8;

    /// <summary>Rewrites one lower-case composed word in place.</summary>
    public static void Unify(Span<char> word)
    {
        if (word.Length is < 2 or > LongestSyllable)
        {
            return;
        }

        Span<char> letters = stackalloc char[word.Length];
        Tone tone = Tone.Level;
        for (int i = 0; i < word.Length; i++)
        {
            letters[i] = Letters.WithoutTone(word[i], out Tone found);
            if (found == Tone.Level)
            {
                continue;
            }

            if (tone != Tone.Level)
            {
                return;
            }

            tone = found;
        }

        int first = FirstNucleusLetter(letters);
        int end = first;
        while (end < letters.Length && Letters.IsVowel(letters[end]))
        {
            end++;
        }

        if (end == first || !IsTail(letters[end..]))
        {
            return;
        }

        UnifyFinalY(letters, first, end);
        letters.CopyTo(word);
        int place = first + PlaceIn(letters[first..end], end < letters.Length);
        word[place] = Letters.WithTone(letters[place], tone);
    }

    /// <summary>
    /// Where the vowels begin that can carry a tone: after the initial consonants, and after the "u" of "qu" and the "i" of "gi".
    /// </summary>
    private static int FirstNucleusLetter(ReadOnlySpan<char> letters)
    {
        int first = 0;
        while (first < letters.Length && !Letters.IsVowel(letters[first]))
        {
            first++;
        }

        bool glide = first == 1 && first + 1 < letters.Length && Letters.IsVowel(letters[first + 1])
            && ((letters[0] == 'q' && letters[1] == 'u') || (letters[0] == 'g' && letters[1] == 'i'));
        return glide ? first + 1 : first;
    }

    private static bool IsTail(ReadOnlySpan<char> tail) => tail is "" or "c" or "ch" or "m" or "n" or "ng" or "nh" or "p" or "t";

    /// <summary>"kí" and "ký", "quí" and "quý" are one word: after these consonants a lone i is written y.</summary>
    private static void UnifyFinalY(Span<char> letters, int first, int end)
    {
        if (first > 0 && end == letters.Length && end - first == 1 && letters[first] == 'i')
        {
            bool isStyleChoice = letters[..first] is "h" or "k" or "l" or "m" or "s" or "t" or "qu";
            letters[first] = isStyleChoice ? 'y' : 'i';
        }
    }

    private static int PlaceIn(ReadOnlySpan<char> vowels, bool hasTail)
    {
        for (int i = vowels.Length - 1; i >= 0; i--)
        {
            if (vowels[i] is 'ă' or 'â' or 'ê' or 'ô' or 'ơ')
            {
                return i;
            }
        }

        int horn = vowels.IndexOf('ư');
        if (horn >= 0)
        {
            return horn;
        }

        return hasTail ? vowels.Length - 1 : vowels.Length == 3 ? 1 : 0;
    }
}
