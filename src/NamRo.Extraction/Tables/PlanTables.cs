using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>A table whose columns are understood, and where it stands.</summary>
public sealed record PlanTable(OutlineNode Node, Table Table, TableColumns Columns);

/// <summary>Finds the tables of a plan that hold tasks or targets.</summary>
public static class PlanTables
{
    /// <summary>In reading order. A table without a header of its own that follows one of the same width continues it.</summary>
    public static IReadOnlyList<PlanTable> Find(OutlineNode root, ExtractionHints? hints = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        var found = new List<PlanTable>();
        foreach (var node in root.SelfAndDescendants().Where(n => n.Table is not null))
        {
            var table = node.Table!;
            var columns = TableColumns.Read(table, hints ?? ExtractionHints.None) ?? Continued(found, table);
            if (columns is not null)
            {
                found.Add(new PlanTable(node, table, columns));
            }
        }

        return found;
    }

    private static TableColumns? Continued(List<PlanTable> found, Table table) =>
        found.Count > 0 && found[^1].Table.ColumnCount == table.ColumnCount && table.ColumnCount > 2
            ? found[^1].Columns with { HeaderRowCount = 0, FirstHeaderRow = 0 }
            : null;
}
