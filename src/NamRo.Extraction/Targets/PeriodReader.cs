using System.Text.RegularExpressions;
using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// Reads the years for which a target is promised. Every pattern works on the folded text (see <see cref="VietnameseText.Fold"/>).
/// </summary>
internal static partial class PeriodReader
{
    private const int LongestBareTitle = 60;

    // Words before "năm 2025" that make it a year compared with, or the date of a document, not a promise.
    private static readonly string[] OtherYears =
        ["so với", "so với cuối", "cùng kỳ", "thực hiện", "kết quả", "hết quý", "từ", "kế hoạch", "số liệu", "cuối", "đầu"];

    /// <summary>The period a heading, a column title or a whole item states; null when it states none.</summary>
    /// <param name="text">The words.</param>
    /// <param name="withStage">Whether "giai đoạn a-b" counts: beside a stated end it usually names a standard, not the promise.</param>
    public static TargetPeriod? Read(string text, bool withStage)
    {
        var key = VietnameseText.Fold(text);
        if (Onwards().Match(key) is { Success: true } onwards)
        {
            return new TargetPeriod(onwards.Groups["year"].Value, null);
        }

        if (withStage && Stage().Match(key) is { Success: true } stage)
        {
            return new TargetPeriod(stage.Groups["from"].Value, stage.Groups["to"].Value);
        }

        if (Until().Match(key) is { Success: true } until)
        {
            return new TargetPeriod(null, until.Groups["year"].Value);
        }

        foreach (Match year in InYear().Matches(key))
        {
            var before = key[..year.Index].TrimEnd();
            if (!Array.Exists(OtherYears, word => EndsWithWords(before, word)) && !DayAndMonth().IsMatch(before))
            {
                return new TargetPeriod(year.Groups["year"].Value, year.Groups["year"].Value);
            }
        }

        return null;
    }

    /// <summary>The period of an objective section's title: also a bare "Chỉ tiêu 2026".</summary>
    public static TargetPeriod? ReadTitle(string title) =>
        title.Length <= LongestBareTitle ? ReadColumn(title) : Read(title, withStage: true);

    /// <summary>The period of a value column's title: also a bare "2026".</summary>
    public static TargetPeriod? ReadColumn(string header)
    {
        if (Read(header, withStage: true) is { } period)
        {
            return period;
        }

        var years = BareYear().Matches(VietnameseText.Fold(header)).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        return years.Count switch
        {
            1 => new TargetPeriod(years[0], years[0]),
            2 => new TargetPeriod(years[0], years[1]),
            _ => null,
        };
    }

    /// <summary>The period that a value cell adds in brackets: "100% (2025-2027)".</summary>
    public static TargetPeriod? ReadCell(string cell)
    {
        var key = VietnameseText.Fold(cell);
        return Span().Match(key) is { Success: true } span
            ? new TargetPeriod(span.Groups["from"].Value, span.Groups["to"].Value)
            : Read(cell, withStage: true);
    }

    /// <summary>Whether an item opens with its period ("Đến năm 2027, ..."), which then holds for all its clauses.</summary>
    public static bool Opens(string text)
    {
        var key = VietnameseText.Fold(text);
        return (Until().Match(key) is { Success: true, Index: < 20 }) || (InYear().Match(key) is { Success: true, Index: < 20 });
    }

    private static bool EndsWithWords(string text, string words) =>
        text.EndsWith(words, StringComparison.Ordinal) && (text.Length == words.Length || text[^(words.Length + 1)] == ' ');

    [GeneratedRegex(@"\btừ (?:đầu )?(?:năm )?(?<year>20\d\d) trở đi", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Onwards();

    [GeneratedRegex(
        @"\b(?:giai đoạn|thời kỳ|trong các năm|từ năm) (?:từ )?(?:năm )?(?<from>20\d\d) ?(?:-|đến) ?(?:năm )?(?<to>20\d\d)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Stage();

    [GeneratedRegex(
        @"\b(?:đến|tới|trước|tầm nhìn)(?: (?:hết|cuối|trước|ngày|tháng|quý|năm|thời điểm|kết thúc|mốc|[ivx]{1,3}|\d{1,2}))*"
            + @"[ /-](?:\d{1,2}[/-]){0,2}(?<year>20\d\d)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\bnăm (?<year>20\d\d)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex InYear();

    [GeneratedRegex(@"\btháng \d{1,2}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();

    [GeneratedRegex(@"\b(?<from>20\d\d) ?(?:-|đến) ?(?<to>20\d\d)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
