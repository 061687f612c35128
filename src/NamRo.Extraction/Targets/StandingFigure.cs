using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// Finds the figure in brackets that says where things stand today: "đạt 60% (năm 2025 đạt 45,2%)", "≥ 60% (hiện tại: 45%)".
/// </summary>
internal static class StandingFigure
{
    private static readonly string[] Signs = Array.ConvertAll(
        ["hiện tại", "hiện nay", "hiện trạng", "hiện đạt", "hiện có", "đã đạt", "kết quả", "thực hiện năm", "ước đạt", "năm trước"],
            VietnameseText.Fold);

    /// <param name="text">The item's text.</param>
    /// <param name="own">The clause.</param>
    /// <param name="promised">What the clause promises.</param>
    /// <param name="quantities">All quantities of the item.</param>
    /// <returns>The bracketed quantity of the same unit, or null.</returns>
    public static Quantity? Of(string text, TextRange own, Quantity promised, IReadOnlyList<Quantity> quantities)
    {
        if (Bracket(text, promised.Range.To, own.To) is not { } bracket)
        {
            return null;
        }

        var words = VietnameseText.Fold(bracket.Of(text));
        var year = PeriodReader.Read(words, withStage: false);
        var isStanding = Array.Exists(Signs, sign => words.StartsWith(sign, StringComparison.Ordinal))
            || (year is not null && year.From == year.To && words.StartsWith("năm", StringComparison.Ordinal));
        return isStanding
            ? quantities.FirstOrDefault(q => q.NumberRange.From >= bracket.From && q.NumberRange.To <= bracket.To
                && q.Unit == promised.Unit)
            : null;
    }

    /// <summary>The first bracket between two places.</summary>
    public static TextRange? Bracket(string text, int from, int to)
    {
        var open = text.IndexOf('(', from, Math.Max(0, to - from));
        var close = open < 0 ? -1 : text.IndexOf(')', open, Math.Min(text.Length, to + 1) - open);
        return close < 0 ? null : new TextRange(open + 1, close);
    }
}
