using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>A syllable of a text in its canonical form, and where the words it stands for are.</summary>
internal readonly record struct Word(string Key, TextRange Range);

/// <summary>The words of a text, folded, with abbreviations and phrases of like meaning brought to one form.</summary>
internal sealed class Wording
{
    private Wording(string text, IReadOnlyList<Word> words, IReadOnlySet<string> features) =>
        (Text, Words, Features) = (text, words, features);

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Single syllables, and pairs of neighbours: a Vietnamese word is mostly two syllables.</summary>
    public IReadOnlySet<string> Features { get; }

    public static Wording Of(string text)
    {
        var words = PhraseBook.Meaning.Rewrite(Split(text));
        return new(text, words, FeaturesOf(words));
    }

    /// <summary>The words with only their spelling brought to one form: equal for texts that say the same in the same words.</summary>
    public static IReadOnlyList<string> Spelled(string text) => [.. PhraseBook.Spelling.Rewrite(Split(text)).Select(word => word.Key)];

    private static List<Word> Split(string text)
    {
        var map = VietnameseText.FoldWithMap(text);
        var words = new List<Word>();
        var from = -1;
        for (var at = 0; at <= map.Folded.Length; at++)
        {
            var isInside = at < map.Folded.Length && (char.IsLetterOrDigit(map.Folded[at]) || IsBetweenDigits(map.Folded, at));
            if (isInside && from < 0)
            {
                from = at;
            }
            else if (!isInside && from >= 0)
            {
                words.Add(new(map.Folded[from..at], map.ToOriginal(new(from, at))));
                from = -1;
            }
        }

        return words;
    }

    private static bool IsBetweenDigits(string text, int at) => text[at] is '.' or ','
        && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static HashSet<string> FeaturesOf(IReadOnlyList<Word> words)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            features.Add(words[i].Key);
            if (i > 0)
            {
                features.Add($"{words[i - 1].Key} {words[i].Key}");
            }
        }

        return features;
    }
}
