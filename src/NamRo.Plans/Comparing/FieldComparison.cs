using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>Tells what differs between two rows that are held to be the same; spelling and abbreviations do not count.</summary>
internal static class FieldComparison
{
    /// <summary>Words by which a promise is worded, next to its figure: they change with the promise, not with what is promised.</summary>
    private static readonly HashSet<string> PromiseWords = new(
        ["tối", "thiểu", "đa", "ít", "nhất", "không", "thấp", "hơn", "quá", "lần", "lượt", "phấn", "đấu", "bảo", "đảm", "duy", "trì",
            "đạt", "trên", "dưới", "từ", "đến", "khoảng", "có", "là", "và"], StringComparer.Ordinal);

    public static IReadOnlyList<RowField> Differences(ComparedRow former, ComparedRow present)
    {
        var fields = new List<RowField>();
        Note(RowField.Text, AreSameTexts(former, present));
        Note(RowField.Number, AreSame(former.Number, present.Number));
        Note(RowField.Group, AreSame(former.Group, present.Group));
        Note(RowField.Leader, AreSame(former.Leader, present.Leader));
        Note(RowField.LeadUnits, AreSameUnits(former.LeadUnits, present.LeadUnits));
        Note(RowField.CoUnits, AreSameUnits(former.CoUnits, present.CoUnits));
        Note(RowField.Output, AreSame(former.Output, present.Output));
        Note(RowField.Deadline, AreSameDeadlines(former, present));
        Note(RowField.Value, former.Comparator == present.Comparator && former.Value == present.Value
            && former.UpperValue == present.UpperValue && AreSame(former.MeasureUnit, present.MeasureUnit));
        Note(RowField.Period, AreSame(former.PeriodFrom, present.PeriodFrom) && AreSame(former.PeriodTo, present.PeriodTo));
        Note(RowField.Baseline, AreSame(former.Baseline, present.Baseline));
        return fields;

        void Note(RowField field, bool isSame)
        {
            if (!isSame)
            {
                fields.Add(field);
            }
        }
    }

    public static bool AreSameUnits(IReadOnlyList<string> former, IReadOnlyList<string> present) =>
        former.All(unit => present.Any(other => AreSameUnit(unit, other)))
        && present.All(unit => former.Any(other => AreSameUnit(unit, other)));

    private static bool AreSameUnit(string one, string other) => VietnameseText.AreSame(one, other) || OrganNames.AreSame(one, other);

    private static bool AreSame(string? one, string? other) =>
        Wording.Spelled(one ?? "").SequenceEqual(Wording.Spelled(other ?? ""), StringComparer.Ordinal);

    private static bool AreSameDeadlines(ComparedRow former, ComparedRow present) =>
        AreSame(former.DeadlineText, present.DeadlineText)
        || (former.Deadline.Kind is not (DeadlineKind.None or DeadlineKind.Conditional) && former.Deadline == present.Deadline);

    private static bool AreSameTexts(ComparedRow former, ComparedRow present)
    {
        var (one, other) = (Wording.Spelled(former.Text), Wording.Spelled(present.Text));
        return former.Value is null && present.Value is null
            ? one.SequenceEqual(other, StringComparer.Ordinal)
            : WithoutPromise(one).SequenceEqual(WithoutPromise(other), StringComparer.Ordinal);
    }

    private static List<string> WithoutPromise(IReadOnlyList<string> words)
    {
        var kept = new List<string>();
        var isBehindFigure = false;
        foreach (var word in words)
        {
            if (char.IsAsciiDigit(word[0]))
            {
                while (kept.Count > 0 && PromiseWords.Contains(kept[^1]))
                {
                    kept.RemoveAt(kept.Count - 1);
                }

                isBehindFigure = true;
            }
            else if (!isBehindFigure || word is not ("trở" or "lên"))
            {
                kept.Add(word);
                isBehindFigure = false;
            }
        }

        return kept;
    }
}
