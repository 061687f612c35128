namespace NamRo.Kernel.Api;

/// <summary>A part of a list, in its order.</summary>
/// <param name="Next">To be given as <c>after</c> for the rows that follow; null: there are none.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next)
{
    public const int DefaultSize = 50;

    public const int MostSize = 200;
}
