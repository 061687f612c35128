using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// Cuts an item into its measured clauses. "A đạt 80%; B đạt 90%, trong đó C chiếm 10%" gives three; a figure that only describes
/// the subject of another ("100% khu công nghiệp có tối thiểu 1 trạm", "tốc độ trên 1 Gbps", "từ đủ 18 tuổi") gives none.
/// </summary>
internal static class ClauseReader
{
    // A lead-in before a colon is left out when words enough for a subject of its own follow the figure.
    private const int ShortestOwnSubject = 25;

    // A shorter clause ("100% thôn") has left its subject in the one before.
    private const int ShortestWithSubject = 20;
    private const int LongestWithSubject = 400;

    private static readonly string[] Openers = Keys(
        "tỷ lệ", "tỷ trọng", "số", "số lượng", "tổng số", "tổng", "mức", "quy mô", "kinh phí", "doanh thu", "giá trị", "thời gian",
        "chỉ số", "phấn đấu",
        "đảm bảo", "bảo đảm", "duy trì", "hoàn thành", "có", "trong đó", "hình thành", "xây dựng", "đồng thời", "tổ chức", "thành lập",
        "đào tạo",
        "hỗ trợ", "phát triển", "thu hút", "ít nhất", "tối thiểu", "trên", "hơn", "khoảng", "từ", "đạt", "đưa", "nâng", "giảm", "tăng",
        "triển khai",
        "thí điểm", "nghiên cứu", "nhóm", "thuộc nhóm", "top", "mỗi", "riêng", "qua đó", "tập huấn", "bồi dưỡng", "cấp", "kết nối",
        "lắp đặt", "bố trí");

    /// <summary>The measured clauses in order; empty when the item measures nothing.</summary>
    public static IReadOnlyList<MeasuredClause> Read(string text)
    {
        var quantities = Quantities.FindIn(text);
        var clauses = new List<MeasuredClause>();
        if (quantities.Count == 0)
        {
            return clauses;
        }

        foreach (var segment in Segments(text))
        {
            var inside = quantities.Where(q => q.NumberRange.From >= segment.From && q.NumberRange.To <= segment.To).ToList();
            var primary = PrimaryQuantities.Choose(text, segment, inside);
            AddClauses(text, segment, primary, clauses);
        }

        for (var i = 0; i < clauses.Count; i++)
        {
            clauses[i] = clauses[i] with { Standing = StandingFigure.Of(text, clauses[i].Own, clauses[i].Quantity, quantities) };
        }

        return clauses;
    }

    /// <summary>Whether the words after a separator open a clause of their own.</summary>
    public static bool OpensClause(string words)
    {
        var key = VietnameseText.Fold(words);
        return Array.Exists(Openers, opener => key.StartsWith(opener, StringComparison.Ordinal)
            && (key.Length == opener.Length || key[opener.Length] == ' '));
    }

    private static void AddClauses(string text, TextRange segment, List<Quantity> primary, List<MeasuredClause> clauses)
    {
        var isParallel = primary.Count > 1 && VietnameseText.Fold(segment.Of(text)).Contains("lần lượt", StringComparison.Ordinal);
        for (var i = 0; i < primary.Count;)
        {
            var last = i;
            while (last + 1 < primary.Count && (isParallel || primary[last + 1].IsCoordinated))
            {
                last++;
            }

            var from = i == 0 ? segment.From : ClauseStart(text, primary[i - 1], primary[i]);
            var to = last + 1 == primary.Count ? segment.To : ClauseStart(text, primary[last], primary[last + 1]);
            var range = Trim(text, AfterLeadIn(text, new TextRange(from, to), primary[i].Range));
            var whole = range.Length < ShortestWithSubject && clauses.Count > 0 ? WithSubject(range, clauses[^1]) : range;
            for (; i <= last; i++)
            {
                clauses.Add(new MeasuredClause(whole, range, primary[i]));
            }
        }
    }

    private static TextRange WithSubject(TextRange range, MeasuredClause before)
    {
        var joined = range.Union(before.Range);
        return joined.Length <= LongestWithSubject ? joined : range;
    }

    /// <summary>Sentences and parts divided by semicolons, outside brackets.</summary>
    private static IEnumerable<TextRange> Segments(string text)
    {
        var from = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            var ends = text[i] == '\n' || (depth == 0 && (text[i] == ';' || IsSentenceEnd(text, i)));
            if (ends)
            {
                yield return new TextRange(from, i);
                from = i + 1;
                depth = 0;
            }
        }

        yield return new TextRange(from, text.Length);
    }

    private static bool IsSentenceEnd(string text, int at)
    {
        if (text[at] != '.' || at + 2 >= text.Length || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        // "TP. Hồ Chí Minh": one or two capitals before the stop are an abbreviation.
        var isAbbreviation = at >= 2 && char.IsUpper(text[at - 1]) && (at < 3 || !char.IsLetterOrDigit(text[at - 3]));
        var next = text[at + 2];
        return !isAbbreviation && (char.IsUpper(next) || char.IsDigit(next) || next is '“' or '"' or '-' or '≥');
    }

    /// <summary>
    /// Where the clause of the later quantity begins: after "trong đó", else after the separator that opens its words, else the nearest
    /// one.
    /// </summary>
    private static int ClauseStart(string text, Quantity earlier, Quantity later)
    {
        var separators = Separators(text, earlier.Range.To, later.Range.From);
        if (separators.Count == 0)
        {
            return later.Range.From;
        }

        foreach (var (_, after) in separators)
        {
            var words = text[after..Math.Max(after, later.Range.From)];
            if (words.Trim().Length > 0 && OpensClause(words))
            {
                return after;
            }
        }

        return separators[^1].After;
    }

    /// <summary>Commas, "và" and "trong đó" between two places, outside brackets, with the place after each.</summary>
    internal static List<(int At, int After)> Separators(string text, int from, int to)
    {
        var found = new List<(int, int)>();
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0)
            {
                continue;
            }

            if (text[i] is ',' or ';' or '.' or ':')
            {
                found.Add((i, i + 1));
            }
            else if (StartsWord(text, i, to, "và"))
            {
                found.Add((i, i + 2));
            }
            else if (StartsWord(text, i, to, "trong đó") || StartsWord(text, i, to, "đồng thời"))
            {
                found.Add((i, i));
            }
        }

        return found;
    }

    private static bool StartsWord(string text, int at, int to, string word) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && at + word.Length <= to
        && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]));

    private static TextRange AfterLeadIn(string text, TextRange range, TextRange quantity)
    {
        var start = Math.Max(range.From, quantity.From);
        var colon = text.AsSpan(range.From, start - range.From).LastIndexOf(':') + range.From;
        if (colon < range.From)
        {
            return range;
        }

        var leadIn = text[range.From..colon];
        var isDirect = string.IsNullOrWhiteSpace(text[(colon + 1)..start]);
        var hasSubject = !isDirect || range.To - quantity.To >= ShortestOwnSubject;
        return hasSubject && !OpensClause(leadIn) && !PeriodReader.Opens(leadIn) ? range with { From = colon + 1 } : range;
    }

    private static TextRange Trim(string text, TextRange range)
    {
        var from = range.From;
        var to = range.To;
        while (from < to && (char.IsWhiteSpace(text[from]) || text[from] is ',' or ';' or '.' or '-' or '+' or '*'))
        {
            from++;
        }

        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ',' or ';' or '.' or ':' or '*' or '/'))
        {
            to--;
        }

        var endsWithAnd = to - 2 > from && StartsWord(text, to - 2, to, "và");
        return endsWithAnd ? Trim(text, new TextRange(from, to - 2)) : new TextRange(from, to);
    }

    private static string[] Keys(params string[] words) => Array.ConvertAll(words, VietnameseText.Fold);
}
