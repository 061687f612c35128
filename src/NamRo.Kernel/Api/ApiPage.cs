namespace NamRo.Kernel.Api;

/// <summary>A part of a list, in its order.</summary>
/// <param name="Next">To be given as <c>after</c> for the rows that follow; null: there are none.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How long a part of a list is, and how it is made.</summary>
public static class ApiPage
{
    public const int DefaultSize = 50;

    public const int MostSize = 200;

    /// <param name="rows">One more than <paramref name="size"/> when there are more.</param>
    /// <param name="key">The place of a row in the order, as text.</param>
    public static ApiPage<T> Of<T>(IReadOnlyList<T> rows, int size, Func<T, string> key)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(key);
        return new([.. rows.Take(size)], rows.Count > size ? key(rows[size - 1]) : null);
    }
}
