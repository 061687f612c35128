using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>Phrases that are rewritten to one form before texts are compared; the list is data (<c>concepts.txt</c>).</summary>
internal sealed class PhraseBook
{
    private const char SpellingSign = '=';

    private readonly Dictionary<string, string[]> canonical = new(StringComparer.Ordinal);
    private readonly PhraseBook? before;
    private int longest = 1;

    private PhraseBook(PhraseBook? before) => this.before = before;

    /// <summary>Abbreviations and spellings only.</summary>
    public static PhraseBook Spelling { get; } = Read(line => line[0] == SpellingSign, before: null);

    /// <summary>Phrases near in meaning too.</summary>
    public static PhraseBook Meaning { get; } = Read(line => line[0] != SpellingSign, Spelling);

    /// <summary>Lines of a list kept beside the code; lines that begin with "#" are remarks.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream($"{typeof(PhraseBook).Namespace}.{file}")
            ?? throw new InvalidOperationException($"The list {file} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Takes the longest phrase at each place; the words of its canonical form keep the range of the whole phrase.</summary>
    public IReadOnlyList<Word> Rewrite(IReadOnlyList<Word> words)
    {
        var source = before?.Rewrite(words) ?? words;
        var result = new List<Word>(source.Count);
        for (var at = 0; at < source.Count;)
        {
            var length = Math.Min(longest, source.Count - at);
            string[]? form = null;
            while (length > 0 && !canonical.TryGetValue(Join(source, at, length), out form))
            {
                length--;
            }

            if (form is null)
            {
                result.Add(source[at++]);
                continue;
            }

            var range = source[at].Range.Union(source[at + length - 1].Range);
            result.AddRange(form.Select(key => new Word(key, range)));
            at += length;
        }

        return result;
    }

    private static string Join(IReadOnlyList<Word> words, int at, int length) =>
        string.Join(' ', Enumerable.Range(at, length).Select(index => words[index].Key));

    private static PhraseBook Read(Predicate<string> isWanted, PhraseBook? before)
    {
        var book = new PhraseBook(before);
        foreach (var line in Lines("concepts.txt").Where(line => isWanted(line)))
        {
            var phrases = line[1..].Split('|').Select(Syllables).ToList();
            foreach (var phrase in phrases)
            {
                book.canonical.TryAdd(string.Join(' ', phrase), phrases[0]);
                book.longest = Math.Max(book.longest, phrase.Length);
            }
        }

        return book;
    }

    private static string[] Syllables(string phrase) =>
        VietnameseText.Fold(phrase).Split([' ', '-', '&', '/'], StringSplitOptions.RemoveEmptyEntries);
}
