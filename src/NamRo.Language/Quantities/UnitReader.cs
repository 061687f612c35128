namespace NamRo.Language;

/// <summary>Reads what is counted after a number.</summary>
internal static class UnitReader
{
    /// <param name="text">The text the tokens were cut from.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">The token after the number.</param>
    /// <param name="knownOnly">Whether an unknown noun is no unit: in a table cell it is rather a remark ("≤ 3 Đông Nam Á").</param>
    /// <returns>The unit verbatim (null when none stands there), the range and the token after it.</returns>
    public static (string? Unit, TextRange Range, int Next) Read(string text, List<Token> tokens, int at, bool knownOnly)
    {
        int first = SkipNumberInBrackets(tokens, at);
        if (first < tokens.Count && tokens[first].Is("%"))
        {
            return ("%", tokens[first].Range, SkipPer(text, tokens, first + 1));
        }

        int next = first;
        while (next < tokens.Count && NumberWords.Scale(tokens[next].Key) > 1)
        {
            next++;
        }

        next += knownOnly ? KnownNounLength(tokens, next) : NounLength(tokens, next);
        if (next == first)
        {
            return (null, default, at);
        }

        if (next == first + 2 && tokens[first].Is("phần") && tokens[first + 1].Is("trăm"))
        {
            return ("%", tokens[first].Range.Union(tokens[next - 1].Range), next);
        }

        next = WithPer(text, tokens, next);
        TextRange range = tokens[first].Range.Union(tokens[next - 1].Range);
        return (VietnameseText.Normalize(range.Of(text)), range, next);
    }

    /// <summary>Whether a known counted thing stands at the token.</summary>
    public static bool StartsWithCountedNoun(List<Token> tokens, int at) => KnownNounLength(tokens, at) > 0;

    /// <summary>"02 (hai) mô hình": the amount repeated in words.</summary>
    private static int SkipNumberInBrackets(List<Token> tokens, int at)
    {
        if (at >= tokens.Count || !tokens[at].Is("("))
        {
            return at;
        }

        int count = NumberWords.Read(tokens, at + 1).Count;
        bool isClosed = count > 0 && at + 1 + count < tokens.Count && tokens[at + 1 + count].Is(")");
        return isClosed ? at + count + 2 : at;
    }

    /// <summary>How many words from <paramref name="at"/> on name one counted thing.</summary>
    private static int NounLength(List<Token> tokens, int at)
    {
        int known = KnownNounLength(tokens, at);
        if (known > 0 || !IsNounWord(tokens, at))
        {
            return known;
        }

        // Most Vietnamese nouns have two syllables; an unknown pair is taken together unless its second word cannot belong to it.
        return IsNounWord(tokens, at + 1) && !CountedNouns.IsAdjective(tokens[at + 1].Key) ? 2 : 1;
    }

    private static int KnownNounLength(List<Token> tokens, int at)
    {
        int best = 0;
        string phrase = "";
        for (int i = at; i < tokens.Count && i < at + CountedNouns.MostWords
            && (tokens[i].Kind == TokenKind.Word || tokens[i].Is(",")); i++)
        {
            phrase = i == at ? tokens[i].Key : $"{phrase} {tokens[i].Key}";
            if (CountedNouns.Contains(phrase))
            {
                best = i - at + 1;
            }
        }

        return best;
    }

    private static bool IsNounWord(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Word && !CountedNouns.EndsPhrase(tokens[at].Key);

    /// <summary>"lượt/năm", "người/vạn dân", "máy/1 cán bộ": what follows a stroke without space belongs to the unit.</summary>
    private static int WithPer(string text, List<Token> tokens, int next)
    {
        if (!IsStroke(text, tokens, next))
        {
            return next;
        }

        int end = next + 1;
        while (end < tokens.Count && (tokens[end].Kind == TokenKind.Number || NumberWords.Scale(tokens[end].Key) > 1))
        {
            end++;
        }

        return end + (IsNounWord(tokens, end) ? Math.Max(1, KnownNounLength(tokens, end)) : 0);
    }

    /// <summary>"%/năm": the rhythm is passed over, the unit of a share stays "%".</summary>
    private static int SkipPer(string text, List<Token> tokens, int next) =>
        IsStroke(text, tokens, next) && tokens[next + 1].Kind == TokenKind.Word ? next + 2 : next;

    private static bool IsStroke(string text, List<Token> tokens, int at) =>
        at > 0 && at + 1 < tokens.Count && tokens[at].Is("/") && tokens[at].Range.To < text.Length
            && char.IsLetterOrDigit(text[tokens[at].Range.To]);
}
