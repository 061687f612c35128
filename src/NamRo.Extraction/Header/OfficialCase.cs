using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Turns the capitals of headings into the case in which names are written in text.</summary>
internal static class OfficialCase
{
    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal) { "phường", "xã", "tỉnh", "quận", "huyện", "khu", "phố",
        "trấn", "tp" };
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "bộ", "sở", "phòng", "cục", "vụ", "viện", "ban", "phó",
        "quyền", "hội", "đoàn", "đảng" };

    /// <summary>The second word of "đảng ủy", "đảng bộ", "hội đồng nhân dân": part of an ordinary word.</summary>
    private static readonly HashSet<string> Bound = new(StringComparer.Ordinal) { "ủy", "bộ", "đồng" };

    /// <summary>Heads of which each field is written with a capital: "Sở Khoa học và Công nghệ".</summary>
    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal) { "bộ", "sở", "phòng", "cục", "vụ", "viện" };
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal) { "hđnd", "ubnd", "mttq", "tncs", "hcm", "cntt" };

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
        var isOffice = Offices.Contains(words[0].ToLowerInvariant());
        var previous = string.Empty;
        for (var i = 0; i < words.Length; i++)
        {
            var lower = words[i].ToLowerInvariant();
            var isLevel = Levels.Contains(lower) && (lower != "khu" || previous == "đặc") && (lower != "phố" || previous == "thành")
                && (lower != "trấn" || previous == "thị")
                && !(lower == "xã" && i + 1 < words.Length && VietnameseText.Fold(words[i + 1]) == "hội");
            inPlace = !isLevel && (inPlace || Levels.Contains(previous)) && lower is not ("về" or "và");
            var opensName = (i == 1 && Heads.Contains(previous) && !Bound.Contains(lower)) || (isOffice && previous is "và" or "-")
                || (lower == "ủy" && previous is "-" or "và" && i + 1 < words.Length && words[i + 1] == "BAN")
                || (lower == "hội" && previous == "phòng" && i + 1 < words.Length && words[i + 1] == "ĐỒNG")
                || (lower == "đề" && i + 2 < words.Length && words[i + 1] == "ÁN" && char.IsDigit(words[i + 2][0]));
            words[i] = Abbreviations.Contains(lower) ? lower.ToUpperInvariant()
                : i == 0 || inPlace || opensName ? Capitalize(lower) : lower;
            previous = lower;
        }

        return string.Join(' ', words);
    }

    /// <summary>An office in capitals as the document writes it elsewhere; null when it is no office or stands nowhere else.</summary>
    public static string? AsWritten(string text, string document)
    {
        if (!IsCapitals(text) || !Offices.Contains(text.Split(' ')[0].ToLowerInvariant()))
        {
            return null;
        }

        for (var at = 0; (at = document.IndexOf(text, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += text.Length)
        {
            var written = document.Substring(at, text.Length);
            if (char.IsUpper(written[0]) && !IsCapitals(written))
            {
                return written;
            }
        }

        return null;
    }

    /// <summary>"PHÓ CHỦ TỊCH" as "Phó Chủ tịch".</summary>
    public static string Title(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var isStanding = i > 0 && words[i] == "thường" && i + 1 < words.Length && words[i + 1] == "trực";
            words[i] = i == 0 || isStanding || words[i - 1] is "Phó" or "Chánh" or "Quyền" or "Q." ? Capitalize(words[i]) : words[i];
        }

        return string.Join(' ', words);
    }

    private static string Capitalize(string word) =>
        string.Join('-', word.Split('-').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
}
