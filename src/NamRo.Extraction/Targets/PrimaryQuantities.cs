using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// Chooses, among the quantities of one part of an item, those that are promised from those that only describe something.
/// </summary>
internal static class PrimaryQuantities
{
    // Letters looked at before and after a quantity: enough for the phrases below, and no more work on a hostile text.
    private const int Window = 40;

    // Right before a quantity these make it a property of the thing spoken of.
    private static readonly string[] Properties = Keys(
        "độ tuổi", "tuổi", "tốc độ", "băng thông", "dung lượng", "quy mô", "công suất", "bán kính", "cự ly", "thời lượng", "trong vòng",
        "trong thời hạn",
        "trong thời gian", "trong", "sau", "trước", "trước thời hạn", "quá", "mô hình", "phương châm", "nguyên tắc", "tiêu chuẩn", "theo",
        "bảo vệ", "an ninh", "sơ kết", "tổng kết", "định kỳ");

    private static readonly string Age = VietnameseText.Fold("tuổi");

    public static List<Quantity> Choose(string text, TextRange segment, List<Quantity> inside)
    {
        var candidates = inside.Where(q => !IsAge(q) && !IsProperty(text, segment, q)).ToList();
        if (candidates.Count > 1)
        {
            candidates = DropBracketed(text, segment, candidates);
        }

        var chosen = new List<Quantity>();
        foreach (var quantity in candidates)
        {
            if (chosen.Count == 0)
            {
                chosen.Add(quantity);
            }
            else if (ReplacesSubject(text, chosen[^1], quantity))
            {
                chosen[^1] = quantity;
            }
            else if (IsPromise(text, segment, chosen[^1], quantity))
            {
                chosen.Add(quantity);
            }
        }

        return chosen;
    }

    private static bool IsAge(Quantity quantity) => quantity.Unit is not null && VietnameseText.Fold(quantity.Unit) == Age;

    private static bool IsProperty(string text, TextRange segment, Quantity quantity)
    {
        if (quantity.IsShare)
        {
            return false;
        }

        var words = text[Math.Max(segment.From, quantity.Range.From - Window)..Math.Max(segment.From, quantity.Range.From)].TrimEnd();
        var before = words.Length > 0 && char.IsLetter(words[^1]) ? VietnameseText.Fold(words) : string.Empty;
        var follows = Array.Exists(Properties, word => before.EndsWith(word, StringComparison.Ordinal)
            && (before.Length == word.Length || before[^(word.Length + 1)] == ' '));
        var after = VietnameseText.Fold(text[quantity.Range.To..Math.Min(text.Length, quantity.Range.To + 8)]);
        var ageFollows = after.StartsWith(Age, StringComparison.Ordinal);
        return ageFollows || follows;
    }

    /// <summary>A figure in brackets explains the one outside them.</summary>
    private static List<Quantity> DropBracketed(string text, TextRange segment, List<Quantity> candidates)
    {
        var outside = new List<Quantity>();
        var depth = 0;
        var at = segment.From;
        foreach (var quantity in candidates)
        {
            for (; at < quantity.NumberRange.From; at++)
            {
                depth += text[at] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            }

            if (depth == 0)
            {
                outside.Add(quantity);
            }
        }

        return outside.Count > 0 ? outside : candidates;
    }

    /// <summary>"Tỷ lệ 05 dịch vụ thiết yếu ... đạt 80%": the first number belongs to the subject.</summary>
    private static bool ReplacesSubject(string text, Quantity earlier, Quantity later) =>
        later.IsShare && !earlier.IsShare && !earlier.IsExplicit && earlier.Comparator == Comparator.Equal
        && ClauseReader.Separators(text, earlier.Range.To, later.Range.From).TrueForAll(s => !OpensAfter(text, s.After, later))
        && later.Range.From < later.NumberRange.From;

    private static bool IsPromise(string text, TextRange segment, Quantity earlier, Quantity later)
    {
        var after = VietnameseText.Fold(text[later.Range.To..Math.Min(Math.Max(later.Range.To, segment.To), later.Range.To + Window)]);
        var change = VietnameseText.Fold(text[Math.Max(segment.From, later.Range.From - 12)..later.NumberRange.From]);
        if (after.StartsWith("so với", StringComparison.Ordinal) && (EndsWithAny(change, "tăng", "giảm", "hơn") || !later.IsExplicit))
        {
            return false;
        }

        var separators = ClauseReader.Separators(text, earlier.Range.To, later.Range.From);
        if (separators.Count == 0)
        {
            return false;
        }

        return later.IsShare || separators.Exists(s => OpensAfter(text, s.After, later));
    }

    /// <summary>After the separator comes the quantity itself, or words that open a clause.</summary>
    private static bool OpensAfter(string text, int after, Quantity later)
    {
        var words = text[after..Math.Max(after, later.Range.From)];
        return words.Trim().Length == 0 || ClauseReader.OpensClause(words);
    }

    private static bool EndsWithAny(string key, params string[] words) =>
        Array.Exists(words, word => key.EndsWith(word, StringComparison.Ordinal));

    private static string[] Keys(params string[] words) => Array.ConvertAll(words, VietnameseText.Fold);
}
