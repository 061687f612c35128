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

/// <summary>One row that may be imported, as the preview shows it.</summary>
/// <param name="Row">Its number in the spreadsheet.</param>
/// <param name="Title">What the row is about.</param>
/// <param name="Change">What it would do.</param>
/// <param name="Detail">What would change, in words; may be empty.</param>
public abstract record PlannedRow(int Row, string Title, RowChange Change, string Detail);

/// <summary>A planned row with what carries it out.</summary>
public sealed record PlannedRow<T>(int Row, string Title, RowChange Change, string Detail, T Value)
    : PlannedRow(Row, Title, Change, Detail);

/// <summary>What the preview of any import shows.</summary>
public abstract record ImportPlan(IReadOnlyList<RowError> Errors, IReadOnlyList<string> IgnoredTitles)
{
    /// <summary>The rows without errors.</summary>
    public abstract IReadOnlyList<PlannedRow> Lines { get; }

    /// <summary>Whether it may be carried out.</summary>
    public bool IsClean => Errors.Count == 0;

    /// <summary>How many rows do this.</summary>
    public int Count(RowChange change) => Lines.Count(row => row.Change == change);
}

/// <summary>
/// A file understood, before anything is written. The steps of every import: read, show this plan, then carry out all of it or, while one
/// row has an error, nothing.
/// </summary>
public sealed record ImportPlan<T>(IReadOnlyList<PlannedRow<T>> Rows, IReadOnlyList<RowError> Errors, IReadOnlyList<string> IgnoredTitles)
    : ImportPlan(Errors, IgnoredTitles)
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedRow> Lines => Rows;

    /// <summary>Rows that do something.</summary>
    public IEnumerable<PlannedRow<T>> Effective => Rows.Where(row => row.Change != RowChange.Same);
}
