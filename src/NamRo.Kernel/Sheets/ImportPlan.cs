namespace NamRo.Kernel.Sheets;

/// <summary>What importing a row would do.</summary>
public enum RowChange
{
    /// <summary>Adds something.</summary>
    New,

    /// <summary>Changes something that is there.</summary>
    Changed,

    /// <summary>Everything is there already: importing a file twice changes nothing.</summary>
    Same,
}

/// <summary>One row that may be imported.</summary>
/// <param name="Row">Its number in the spreadsheet.</param>
/// <param name="Title">What the row is about, for the preview.</param>
/// <param name="Change">What it would do.</param>
/// <param name="Detail">What would change, in words; may be empty.</param>
/// <param name="Value">The module's own command.</param>
public sealed record PlannedRow<T>(int Row, string Title, RowChange Change, string Detail, T Value);

/// <summary>
/// A file understood, before anything is written. The steps of every import: read, show this plan, then carry out all of it or, while one
/// row has an error, nothing.
/// </summary>
public sealed record ImportPlan<T>(IReadOnlyList<PlannedRow<T>> Rows, IReadOnlyList<RowError> Errors, IReadOnlyList<string> IgnoredTitles)
{
    /// <summary>Whether it may be carried out.</summary>
    public bool IsClean => Errors.Count == 0;

    /// <summary>Rows that do something.</summary>
    public IEnumerable<PlannedRow<T>> Effective => Rows.Where(row => row.Change != RowChange.Same);

    /// <summary>How many rows do this.</summary>
    public int Count(RowChange change) => Rows.Count(row => row.Change == change);
}
