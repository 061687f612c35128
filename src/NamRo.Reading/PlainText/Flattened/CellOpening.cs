namespace NamRo.Reading.PlainText.Flattened;

/// <summary>What the first words of a text say about the cell that they open.</summary>
internal readonly record struct CellOpening(bool IsUnit, bool IsPerson, bool IsOutput, bool IsDeadline, bool IsValue, bool IsPercent)
{
    public static CellOpening Of(string text) => new(
        CellWords.StartsUnit(text),
        CellWords.StartsPerson(text),
        CellWords.StartsOutput(text),
        CellWords.StartsDeadline(text),
        CellWords.StartsValue(text),
        text.StartsWith('%'));

    /// <summary>These words open another kind of cell than this one.</summary>
    /// <param name="opensUnit">A unit's name, spelt as one, begins here.</param>
    public bool OpensOther(ColumnKind kind, bool opensUnit) => kind switch
    {
        ColumnKind.Text => opensUnit,
        ColumnKind.LeadUnit or ColumnKind.SupportUnit or ColumnKind.Leader => IsOutput || IsDeadline,
        ColumnKind.Output => IsDeadline,
        _ => false,
    };
}
