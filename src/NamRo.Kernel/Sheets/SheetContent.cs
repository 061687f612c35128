namespace NamRo.Kernel.Sheets;

/// <summary>The rows of a sheet under the columns that were asked for.</summary>
/// <param name="SheetName">Name of the sheet they stand in.</param>
/// <param name="Found">The columns that the sheet has.</param>
/// <param name="IgnoredTitles">Headings that belong to none of them: the preview tells that they are not imported.</param>
/// <param name="Rows">Rows with at least one value, in order.</param>
public sealed record SheetContent(string SheetName, IReadOnlySet<SheetColumn> Found, IReadOnlyList<string> IgnoredTitles,
    IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Whether the sheet has the column: one that is absent changes nothing, one that is empty empties.</summary>
    public bool Has(SheetColumn column) => Found.Contains(column);

    /// <summary>All errors noted so far, by row.</summary>
    public IReadOnlyList<RowError> Errors => [.. Rows.SelectMany(row => row.Errors)];

    /// <summary>
    /// Makes the plan: <paramref name="plan"/> turns a row into what it would do; rows with an error (its own, or noted by the plan) do
    /// nothing.
    /// </summary>
    public ImportPlan<T> Plan<T>(Func<SheetRow, PlannedRow<T>?> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var planned = new List<PlannedRow<T>>(Rows.Count);
        foreach (var row in Rows)
        {
            if (plan(row) is { } change && row.Errors.Count == 0)
            {
                planned.Add(change);
            }
        }

        return new ImportPlan<T>(planned, Errors, IgnoredTitles);
    }
}
