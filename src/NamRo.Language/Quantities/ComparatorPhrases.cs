namespace NamRo.Language;

/// <summary>The words before a number that say how it is meant, read backwards from the number.</summary>
internal static class ComparatorPhrases
{
    private const int LongestPhrase = 4;

    private static readonly Dictionary<string, Comparator> Phrases = Build(
        (Comparator.AtLeast, """
            tối thiểu|ít nhất|không thấp hơn|không ít hơn|không dưới|không nhỏ hơn|không kém|không kém hơn|thấp nhất|ít ra|≥|> =
            tối thiểu là|đạt và vượt|đạt hoặc vượt|bằng hoặc hơn|bằng hoặc cao hơn|bằng và cao hơn
            """),
        (Comparator.MoreThan, "trên|hơn|vượt|vượt mức|vượt trên|nhiều hơn|cao hơn|lớn hơn|vượt quá|>|quá"),
        (Comparator.AtMost, """
            dưới|không quá|không vượt quá|không vượt|tối đa|nhiều nhất|không lớn hơn|không cao hơn|không nhiều hơn|không hơn|không trên
            chậm nhất
            ít hơn|thấp hơn|nhỏ hơn|≤|< =|<|top|tốp|nhóm|trong nhóm|thuộc nhóm|vào nhóm|trong top|trong tốp|trong số|không quá là|tối đa là
            """),
        (Comparator.Equal, "đạt|bằng|khoảng|xấp xỉ|chiếm|gần|đúng|đủ|tăng|giảm|gấp|còn|=|đạt được|đạt mức|ước đạt|phấn đấu đạt"));

    // Words that may stand between the comparator and the number without changing it.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "là", "lần", "lượt", "mức", "có", "được", "thêm", "lên", "xuống", "tới", "bình", "quân", "trung", "ở", ":", "ra", "với", "sẽ",
        "cả", "ngưỡng",
    };

    /// <summary>Reads the words before token <paramref name="number"/>.</summary>
    /// <returns>The comparator (None when nothing was said), whether it was explicit, whether "từ" stood there, and the first token of it
    /// all.</returns>
    public static (Comparator Comparator, bool HasFrom, int First) ReadBefore(List<Token> tokens, int number)
    {
        Comparator comparator = Comparator.None;
        bool hasFrom = false;
        int first = number;
        int at = number - 1;
        while (at >= 0)
        {
            (Comparator found, int length) = PhraseEnding(tokens, at);
            if (length > 0)
            {
                comparator = Stronger(comparator, found);
                at -= length;
                first = at + 1;
            }
            else if (tokens[at].Is("từ"))
            {
                hasFrom = true;
                first = at;
                at--;
            }
            else if (Fillers.Contains(tokens[at].Key) && number - at <= 6)
            {
                at--;
            }
            else
            {
                break;
            }
        }

        return (comparator, hasFrom, first);
    }

    /// <summary>Whether a phrase ends at the token that says at least, at most or more than.</summary>
    public static bool EndsBound(List<Token> tokens, int at) =>
        at >= 0 && PhraseEnding(tokens, at) is (not (Comparator.None or Comparator.Equal), > 0);

    private static (Comparator Comparator, int Length) PhraseEnding(List<Token> tokens, int at)
    {
        string phrase = tokens[at].Key;
        (Comparator Comparator, int Length) best = Phrases.TryGetValue(phrase, out Comparator single) ? (single, 1) : (Comparator.None, 0);
        for (int length = 2; length <= LongestPhrase && at - length + 1 >= 0; length++)
        {
            phrase = $"{tokens[at - length + 1].Key} {phrase}";
            if (Phrases.TryGetValue(phrase, out Comparator found))
            {
                best = (found, length);
            }
        }

        return best;
    }

    /// <summary>
    /// "đạt trên", "tăng ít nhất": a bound says more than an implied equality; of two bounds the one nearer the number counts.
    /// </summary>
    private static Comparator Stronger(Comparator nearer, Comparator farther) =>
        nearer is Comparator.None or Comparator.Equal && farther != Comparator.None ? farther : nearer;

    private static Dictionary<string, Comparator> Build(params (Comparator Comparator, string Phrases)[] rows)
    {
        Dictionary<string, Comparator> phrases = new(StringComparer.Ordinal);
        foreach ((Comparator comparator, string list) in rows)
        {
            foreach (string phrase in list.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                phrases[phrase] = comparator;
            }
        }

        return phrases;
    }
}
