using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Số ký hiệu, địa danh and date of issue, from the lines of the head.</summary>
/// <param name="Number">Null when blank or missing.</param>
/// <param name="Symbol">"/KH-UBND"; null when there is no number line.</param>
/// <param name="Date">The date as written, perhaps incomplete; null when there is no date line.</param>
/// <param name="LastLine">Index of the later of the two lines; -1 when there is neither.</param>
internal sealed record IssueLines(string? Number, string? Symbol, string? Place, VietnameseDate? Date, int LastLine)
{
    private const int LongestPlace = 60;

    public HeadLine? NumberLine { get; private init; }

    public HeadLine? DateLine { get; private init; }

    public static IssueLines Of(IReadOnlyList<HeadLine> lines)
    {
        var issue = new IssueLines(null, null, null, null, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (issue.Symbol is null && BeginsWithSo(text) && DocumentNumber.FindFirst(text) is { Kind: null } number
                && number.Range.From <= 2)
            {
                issue = issue with { Number = number.Number, Symbol = number.Symbol, NumberLine = lines[i] };
                issue = issue with { LastLine = Math.Max(i, issue.LastLine) };
            }
            else if (issue.Date is null && PlaceAndDate(text) is { } found)
            {
                issue = issue with { Place = found.Place, Date = found.Date, DateLine = lines[i], LastLine = Math.Max(i, issue.LastLine) };
            }
        }

        return issue;
    }

    public static bool BeginsWithSo(string text) => text.Length > 2
        && VietnameseText.WithoutAccents(text[..Math.Min(4, text.Length)]).TrimStart() is var start
        && start.StartsWith("so", StringComparison.Ordinal) && (start.Length == 2 || !char.IsLetter(start[2]));

    /// <summary>"Phường Lê Chân, ngày 25 tháng 3 năm 2026"; null for any other line.</summary>
    private static (string? Place, VietnameseDate Date)? PlaceAndDate(string text)
    {
        if (VietnameseDate.FindFirst(text) is not { } date || !date.Range.Of(text).StartsWith("ngày", StringComparison.OrdinalIgnoreCase)
            || text.Length - date.Range.To > 3 || !date.Range.Of(text).Contains("tháng", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var place = text[..date.Range.From].Trim(' ', ',', '.', '*', '_', '\t', ';');
        var isPlace = place.Length is > 1 and < LongestPlace && char.IsUpper(place[0]) && !place.Contains(',', StringComparison.Ordinal)
            && !place.Contains('(', StringComparison.Ordinal)
            && DocumentNumber.FindFirst(place) is null && DocumentKinds.LengthAtStart(place) == 0;
        return isPlace || place.Length == 0 ? (isPlace ? Quotes.Fold(place) : null, date) : null;
    }
}
