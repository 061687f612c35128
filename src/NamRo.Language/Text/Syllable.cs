using System.Collections.Frozen;

namespace NamRo.Language;

/// <summary>
/// Which letter sequences can be a Vietnamese syllable, by the rules of the spelling (initial, rime, tone), not by a word list.
/// </summary>
public static class Syllable
{
    private const int LongestAcronym = 8;

    private const string Joints = "-–/.,&:+_’'";

    private static readonly char[] Punctuation = [.. ".,;:…()[]{}\"“”‘’'«»*_`|%-–—+•·/≥≤"];

    // A rime that ends in a stop (c, ch, p, t) carries only the acute or the dot.
    private static readonly FrozenSet<string> Rimes = """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uât uân uâng uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
        uy uya uych uyên uyêt uynh uyn uyp uyt uyu uanh
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        y yêm yên yêng yêt yêu ynh ych yt yn yp
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string> Initials = FrozenSet.ToFrozenSet(
    [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "q", "r", "s",
        "t", "th", "tr", "v", "x",
    ]);

    /// <summary>Whether the word, in any case and either style of tone placement, can be one Vietnamese syllable.</summary>
    public static bool IsPossible(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        string folded = VietnameseText.Compose(word).ToLowerInvariant();
        if (folded.Length is 0 or > 7)
        {
            return false;
        }

        char[] letters = new char[folded.Length];
        Tone tone = Tone.Level;
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = Letters.WithoutTone(folded[i], out Tone found);
            if (found != Tone.Level && tone != Tone.Level)
            {
                return false;
            }

            tone = found == Tone.Level ? tone : found;
        }

        return HasLegalParts(new string(letters), tone);
    }

    /// <summary>
    /// The share of words in a text that are possible syllables, numbers or acronyms: near 1 for Vietnamese text, far below when a
    /// file's letters were extracted through a broken font table. 1 for a text without words.
    /// </summary>
    public static double PlausibleShare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int words = 0;
        int plausible = 0;
        foreach (string token in VietnameseText.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string core = token.Trim(Punctuation);
            // A bullet or a dash that stands alone says nothing.
            if (core.Length > 0)
            {
                words++;
                plausible += IsPlausible(core) ? 1 : 0;
            }
        }

        return words == 0 ? 1 : (double)plausible / words;
    }

    private static bool HasLegalParts(string letters, Tone tone)
    {
        for (int split = 0; split <= Math.Min(3, letters.Length - 1); split++)
        {
            string initial = letters[..split];
            string rime = letters[split..];
            if (Initials.Contains(initial) && Rimes.Contains(rime) && Agree(initial, rime) && CanCarry(rime, tone))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Agree(string initial, string rime)
    {
        bool isFront = rime[0] is 'i' or 'e' or 'ê' or 'y';
        return initial switch
        {
            "k" or "gh" or "ngh" => isFront,
            "c" or "ng" => !isFront,
            // "gì", "gìn" and "giêng" keep the i in the rime.
            "g" => !isFront || rime[0] == 'i',
            "q" => rime[0] == 'u' && rime.Length > 1,
            _ => true,
        };
    }

    private static bool CanCarry(string rime, Tone tone) =>
        rime[^1] is not ('c' or 'p' or 't') && !rime.EndsWith("ch", StringComparison.Ordinal) || tone is Tone.Acute or Tone.Dot;

    private static IEnumerable<string> Parts(string token)
    {
        int start = -1;
        for (int i = 0; i <= token.Length; i++)
        {
            bool isInside = i < token.Length && char.IsLetterOrDigit(token[i]);
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                yield return token[start..i];
                start = -1;
            }
        }
    }

    private static bool IsNumber(string part) => part.All(char.IsAsciiDigit);

    private static bool IsAcronym(string part) =>
        part.Length is > 1 and <= LongestAcronym && part.Any(char.IsLetter)
            && part.All(letter => char.IsUpper(letter) || char.IsAsciiDigit(letter));

    /// <summary>Words, numbers or acronyms, joined by single signs as in "57-NQ/TW" and "18.000/năm".</summary>
    private static bool IsPlausible(string core)
    {
        bool isJoint = false;
        foreach (char letter in core)
        {
            if (char.IsLetterOrDigit(letter))
            {
                isJoint = false;
            }
            else if (isJoint || !Joints.Contains(letter))
            {
                return false;
            }
            else
            {
                isJoint = true;
            }
        }

        return Parts(core).All(part => IsNumber(part) || IsAcronym(part) || IsPossible(part));
    }
}
