namespace NamRo.Language;

/// <summary>A set of fixed phrases, found at a place in a run of lexemes; the longest one wins.</summary>
internal sealed class PhraseTable
{
    private readonly bool bare;
    private readonly Dictionary<string, List<string[]>> byFirst = new(StringComparer.Ordinal);

    /// <param name="phrases">Vietnamese words separated by spaces; marks may stand among them.</param>
    /// <param name="bare">Compare without accents.</param>
    public PhraseTable(IEnumerable<string> phrases, bool bare = false)
    {
        this.bare = bare;
        foreach (var phrase in phrases)
        {
            var words = Lexer.Read(phrase).Select(Word).ToArray();
            if (!byFirst.TryGetValue(words[0], out var list))
            {
                byFirst[words[0]] = list = [];
            }

            list.Add(words);
        }

        foreach (var list in byFirst.Values)
        {
            list.Sort((a, b) => b.Length.CompareTo(a.Length));
        }
    }

    /// <summary>One phrase per line or separated by '|'.</summary>
    public static PhraseTable Of(string phrases, bool bare = false) =>
        new(phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), bare);

    /// <summary>How many lexemes the longest phrase that begins at <paramref name="at"/> takes; 0 when none does.</summary>
    public int LengthAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (at < 0 || at >= lexemes.Count || !byFirst.TryGetValue(Word(lexemes[at]), out var list))
        {
            return 0;
        }

        foreach (var phrase in list)
        {
            if (Matches(lexemes, at, phrase))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    /// <summary>How many lexemes the longest phrase that ends just before <paramref name="end"/> takes; 0 when none does.</summary>
    public int LengthBefore(IReadOnlyList<Lexeme> lexemes, int end)
    {
        for (var length = Math.Min(8, end); length > 0; length--)
        {
            if (LengthAt(lexemes, end - length) == length)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Where the first phrase begins at or after <paramref name="from"/>; -1 when there is none.</summary>
    public int IndexIn(IReadOnlyList<Lexeme> lexemes, int from = 0)
    {
        for (var i = from; i < lexemes.Count; i++)
        {
            if (LengthAt(lexemes, i) > 0)
            {
                return i;
            }
        }

        return -1;
    }

    private bool Matches(IReadOnlyList<Lexeme> lexemes, int at, string[] phrase)
    {
        if (at + phrase.Length > lexemes.Count)
        {
            return false;
        }

        for (var i = 1; i < phrase.Length; i++)
        {
            if (Word(lexemes[at + i]) != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private string Word(Lexeme lexeme) => bare ? lexeme.Bare : lexeme.Key;
}
