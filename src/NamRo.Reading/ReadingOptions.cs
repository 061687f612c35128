namespace NamRo.Reading;

/// <summary>Limits and choices of a reading. The defaults suit one office server.</summary>
public sealed record ReadingOptions
{
    public static ReadingOptions Default { get; } = new();

    /// <summary>Files larger than this are refused (bytes).</summary>
    public long MaximumFileBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Packages (DOCX, XLSX) that unpack to more are refused (bytes).</summary>
    public long MaximumUnpackedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Documents with more pages are refused.</summary>
    public int MaximumPages { get; init; } = 3_000;

    /// <summary>How long one file may take, all child processes included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(55);

    /// <summary>How many pages are recognised at once.</summary>
    public int RecognitionThreads { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Called as pages are done: (pages done, pages in all).</summary>
    public Action<int, int>? Progress { get; init; }
}
