namespace NamRo.Language;

/// <summary>Tells a number that counts or measures from one that belongs to a name, a code, a date or a list mark.</summary>
internal static class NumberContext
{
    // The word right before a number that makes it part of a name or a date.
    private static readonly HashSet<string> NameWords = new(StringComparer.Ordinal)
    {
        "số", "năm", "tháng", "ngày", "quý", "khóa", "thứ", "điều", "khoản", "mục", "phần", "bước", "đợt", "cấp", "biểu", "mẫu", "bảng",
        "hình",
        "iso", "tcvn", "qcvn", "web", "office", "tuần", "kỳ", "thôn", "ấp", "quận", "phường", "khu", "chương", "tập", "trang", "version",
        "ipv",
        "đường",
    };

    // Prefixes whose last word alone would be too common.
    private static readonly HashSet<string> NamePairs = new(StringComparer.Ordinal)
    {
        "đề án", "giai đoạn", "nghị quyết", "nghị định", "quyết định", "kế hoạch", "chỉ thị", "kết luận", "phụ lục", "phiên bản",
        "mức độ", "cấp độ",
        "công nghiệp", "tiểu học", "khu phố", "dân phố", "dự án", "trình độ", "thế hệ",
    };

    /// <summary>A year as such: four digits between 1900 and 2100 without separators.</summary>
    public static bool IsYear(Token token) => token.Key.Length == 4 && token.Key.All(char.IsAsciiDigit)
        && string.CompareOrdinal(token.Key, "1900") >= 0 && string.CompareOrdinal(token.Key, "2100") <= 0;

    /// <summary>Whether the number at <paramref name="at"/> measures nothing. A number before "%" always measures.</summary>
    public static bool IsName(string text, List<Token> tokens, int at)
    {
        if (IsJoinedToCode(text, tokens, at) || IsQuoted(text, tokens[at].Range))
        {
            return true;
        }

        if (at + 1 < tokens.Count && tokens[at + 1].Is("%"))
        {
            return false;
        }

        if (IsYear(tokens[at]) && !HasExplicitCount(tokens, at))
        {
            return true;
        }

        bool isListMark = at > 0 && at + 1 < tokens.Count && tokens[at - 1].Is("(") && tokens[at + 1].Is(")");
        return isListMark || FollowsNameWord(tokens, at);
    }

    /// <summary>A quotation that begins with a number is a slogan: “3 nhà”, "4 tại chỗ".</summary>
    private static bool IsQuoted(string text, TextRange range) => range.From > 0 && text[range.From - 1] is '“' or '"' or '‘' or '«';

    /// <summary>
    /// "57-NQ/TW", "749/QĐ-TTg", "25/3/2026", "24/7", "9001:2015", "COVID-19": joined by a sign without space to letters or digits.
    /// </summary>
    private static bool IsJoinedToCode(string text, List<Token> tokens, int at)
    {
        TextRange range = tokens[at].Range;
        if (range.From >= 2 && text[range.From - 1] is '/' or '-' or '–' or ':' or '_' && char.IsLetterOrDigit(text[range.From - 2])
            && !IsPlainRange(text, tokens, at - 2))
        {
            return true;
        }

        if (range.To + 1 >= text.Length)
        {
            return false;
        }

        char sign = text[range.To];
        char next = text[range.To + 1];
        return sign switch
        {
            '/' or '_' => char.IsUpper(next) || char.IsAsciiDigit(next),
            ':' => char.IsAsciiDigit(next),
            '-' or '–' => char.IsUpper(next) || (char.IsAsciiDigit(next) && !IsPlainRange(text, tokens, at)),
            _ => false,
        };
    }

    /// <summary>"3-5": two numbers round a dash that are no part of a longer code or date.</summary>
    private static bool IsPlainRange(string text, List<Token> tokens, int first)
    {
        if (first < 0 || first + 2 >= tokens.Count || tokens[first].Kind != TokenKind.Number
            || !tokens[first + 1].Is("-") || tokens[first + 2].Kind != TokenKind.Number)
        {
            return false;
        }

        int before = tokens[first].Range.From - 1;
        int after = tokens[first + 2].Range.To;
        bool continues = after + 1 < text.Length && text[after] is '-' or '–' && char.IsLetterOrDigit(text[after + 1]);
        return !(before >= 0 && text[before] is '/' or '-' or '–') && !continues;
    }

    private static bool HasExplicitCount(List<Token> tokens, int at) =>
        ComparatorPhrases.EndsBound(tokens, at - 1) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word;

    private static bool FollowsNameWord(List<Token> tokens, int at)
    {
        if (at == 0 || tokens[at - 1].Kind != TokenKind.Word)
        {
            return false;
        }

        string word = tokens[at - 1].Key;
        if (word == "thứ")
        {
            return at < 2 || tokens[at - 2].Key is not ("xếp" or "đứng" or "hạng" or "trí");
        }

        return NameWords.Contains(word) || (at > 1 && NamePairs.Contains($"{tokens[at - 2].Key} {word}"));
    }
}
