using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Turns the capitals of headings into the case in which names are written in text.</summary>
internal static class OfficialCase
{
    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal) { "phường", "xã", "tỉnh", "quận", "huyện", "khu", "phố",
        "trấn", "tp" };
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "bộ", "sở", "phòng", "cục", "vụ", "viện", "ban", "phó",
        "quyền", "hội", "đoàn", "đảng" };

    public static bool IsCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 1 && text.Count(char.IsUpper) >= 0.8 * letters;
    }

    /// <summary>
    /// "ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN" as "Ủy ban nhân dân phường Lê Chân": words after a level are a place name. Text in mixed case
    /// stays.
    /// </summary>
    public static string Sentence(string text)
    {
        if (!IsCapitals(text))
        {
            return text;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var inPlace = false;
        var previous = string.Empty;
        for (var i = 0; i < words.Length; i++)
        {
            var lower = words[i].ToLowerInvariant();
            var isLevel = Levels.Contains(lower) && (lower != "khu" || previous == "đặc") && (lower != "phố" || previous == "thành")
                && (lower != "trấn" || previous == "thị")
                && !(lower == "xã" && i + 1 < words.Length && VietnameseText.Fold(words[i + 1]) == "hội");
            inPlace = !isLevel && (inPlace || Levels.Contains(previous)) && lower is not ("về" or "và");
            words[i] = i == 0 || inPlace || (i == 1 && Heads.Contains(previous)) ? Capitalize(lower) : lower;
            previous = lower;
        }

        return string.Join(' ', words);
    }

    /// <summary>"PHÓ CHỦ TỊCH" as "Phó Chủ tịch".</summary>
    public static string Title(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = i == 0 || words[i - 1] is "Phó" or "Chánh" or "Quyền" or "Q." ? Capitalize(words[i]) : words[i];
        }

        return string.Join(' ', words);
    }

    private static string Capitalize(string word) =>
        string.Join('-', word.Split('-').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
}
