namespace NamRo.Reading.PlainText.Flattened;

/// <summary>
/// How well a text suits a column. Scores are log-odds in spirit: they add up over a row, and only their differences matter.
/// </summary>
internal static class CellScore
{
    private const int LongCell = 25;

    /// <summary>The cost of leaving the column empty.</summary>
    public static double Empty(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => -14,
        ColumnKind.LeadUnit => -6,
        ColumnKind.Leader => -2.5,
        ColumnKind.SupportUnit => -3,
        ColumnKind.Output => -3,
        ColumnKind.Deadline => -4,
        ColumnKind.Value => -2,
        _ => -0.5,
    };

    /// <summary>The score of a filled cell.</summary>
    /// <param name="opening">What its first words say.</param>
    /// <param name="runTogether">How many units in it follow without a separator.</param>
    public static double Of(ColumnKind kind, CellOpening opening, string text, int runTogether)
    {
        var words = text.AsSpan().Count(' ') + 1;
        return kind switch
        {
            ColumnKind.Text => words < 3 ? -2 : 0,
            ColumnKind.LeadUnit => OfUnit(opening, runTogether) - Long(words) + 1,
            ColumnKind.SupportUnit => OfUnit(opening, runTogether) - Long(words),
            ColumnKind.Leader => (opening.IsPerson ? 5 : -4) - Long(words),
            ColumnKind.Output => (opening.IsOutput ? 3 : -1) - Long(words * 2) - (opening.IsUnit ? 2 : 0) - (opening.IsDeadline ? 3 : 0),
            ColumnKind.Deadline => (opening.IsDeadline ? 5 : -5) - Long(words * 2),
            ColumnKind.Value => (opening.IsValue ? 4 : -3) - Long(words * 2),
            ColumnKind.Measure => (words <= 3 ? 0 : -4) + (opening.IsPercent ? 3 : 0),
            ColumnKind.Budget => text.Any(char.IsDigit) ? 2 : -1,
            _ => -1 - Long(words),
        };
    }

    private static double OfUnit(CellOpening opening, int runTogether) => (opening.IsUnit || opening.IsPerson ? 5 : -5) - (5 * runTogether);

    private static double Long(int words) => Math.Max(0, words - LongCell) * 0.25;
}
