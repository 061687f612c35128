namespace NamRo.Reading.Tests;

/// <summary>Compares a table that was read with the rows it is known to hold.</summary>
internal static class TableAssert
{
    /// <summary>Every row and every cell is equal after white space is folded; group rows hold their one or two values.</summary>
    public static void Equal(IReadOnlyList<IReadOnlyList<string>> expected, Table table)
    {
        var wrong = Differences(expected, table);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    /// <summary>One line for each row that differs.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<IReadOnlyList<string>> expected, Table table)
    {
        var wrong = new List<string>();
        for (var i = 0; i < Math.Max(expected.Count, table.Rows.Count); i++)
        {
            var want = i < expected.Count ? string.Join(" | ", expected[i].Select(Fold)) : "(no row)";
            var got = i < table.Rows.Count ? string.Join(" | ", table.Rows[i].Cells.Select(cell => Fold(cell.Text))) : "(no row)";
            if (want != got)
            {
                wrong.Add($"row {i}:\n  want {want}\n  got  {got}");
            }
        }

        return wrong;
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
