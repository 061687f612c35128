using System.Collections.Frozen;

namespace NamRo.Language;

/// <summary>The five written tones; a syllable without mark is <see cref="Level"/> (ngang).</summary>
internal enum Tone : byte
{
    Level,
    Grave,
    Hook,
    Tilde,
    Acute,
    Dot,
}

/// <summary>Vietnamese vowels with and without their tone. Everything here works on lower-case composed (NFC) letters.</summary>
internal static class Letters
{
    // One row a vowel, in the order of Tone. The vowel's quality (circumflex, breve, horn) belongs to the letter; the tone does not.
    private static readonly string[] Vowels =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ];

    private static readonly FrozenDictionary<char, (char Base, Tone Tone)> Parts = Vowels
        .SelectMany(row => row.Select((letter, tone) => (letter, Base: row[0], Tone: (Tone)tone)))
        .ToFrozenDictionary(item => item.letter, item => (item.Base, item.Tone));

    private static readonly FrozenDictionary<char, string> Rows = Vowels.ToFrozenDictionary(row => row[0]);

    private static readonly FrozenDictionary<char, char> Plain = new Dictionary<char, char>
    {
        ['ă'] = 'a',
        ['â'] = 'a',
        ['ê'] = 'e',
        ['ô'] = 'o',
        ['ơ'] = 'o',
        ['ư'] = 'u',
        ['đ'] = 'd',
    }.ToFrozenDictionary();

    /// <summary>The vowel without its tone, and the tone. A consonant comes back unchanged with <see cref="Tone.Level"/>.</summary>
    public static char WithoutTone(char letter, out Tone tone)
    {
        tone = Tone.Level;
        if (letter < 0x80 || !Parts.TryGetValue(letter, out (char Base, Tone Tone) parts))
        {
            return letter;
        }

        tone = parts.Tone;
        return parts.Base;
    }

    /// <summary>The vowel (given without tone) with a tone; anything that is no vowel comes back unchanged.</summary>
    public static char WithTone(char vowel, Tone tone) =>
        tone != Tone.Level && Rows.TryGetValue(vowel, out string? row) ? row[(int)tone] : vowel;

    /// <summary>Whether the letter (given without tone) is a vowel.</summary>
    public static bool IsVowel(char letter) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' => true,
        'ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư' => true,
        _ => false,
    };

    /// <summary>The letter of the plain Latin alphabet below a Vietnamese letter.</summary>
    public static char WithoutAccent(char letter)
    {
        char vowel = WithoutTone(letter, out _);
        return vowel < 0x80 ? vowel : Plain.GetValueOrDefault(vowel, vowel);
    }
}
