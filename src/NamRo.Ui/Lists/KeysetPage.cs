namespace NamRo.Ui.Lists;

/// <summary>The neighbours of a page of rows, for <c>&lt;ui-pager&gt;</c>.</summary>
public interface IKeysetPage
{
    int Count { get; }

    /// <summary>Cursor of the first row if there are rows before it.</summary>
    string? Before { get; }

    /// <summary>Cursor of the last row if there are rows after it.</summary>
    string? After { get; }
}

/// <summary>Rows of one page in reading order. Pages are found by key, never by counting rows.</summary>
public sealed record KeysetPage<T>(IReadOnlyList<T> Rows, string? Before, string? After) : IKeysetPage
{
    public int Count => Rows.Count;
}

/// <summary>Cuts what was fetched into a page.</summary>
public static class KeysetPage
{
    /// <summary>Rows on a page unless the list says otherwise.</summary>
    public const int DefaultSize = 50;

    /// <param name="fetched">Up to <paramref name="size"/> + 1 rows from the cursor on; in reverse order if the query reads
    /// backward.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="cursorOf">The sort values and the key of a row as text (see <see cref="Cursor"/>).</param>
    public static KeysetPage<T> Cut<T>(IReadOnlyList<T> fetched, ListQuery query, int size, Func<T, string> cursorOf)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(cursorOf);
        var hasMore = fetched.Count > size;
        List<T> rows = [.. fetched.Take(size)];
        if (query.IsBackward)
            rows.Reverse();
        if (rows.Count == 0)
            return new KeysetPage<T>(rows, null, null);
        var hasBefore = query.IsBackward ? hasMore : query.After is not null;
        var hasAfter = query.IsBackward || hasMore;
        return new KeysetPage<T>(rows, hasBefore ? cursorOf(rows[0]) : null, hasAfter ? cursorOf(rows[^1]) : null);
    }
}
