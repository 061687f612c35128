using NamRo.Kernel.Files;

namespace NamRo.Plans.Domain;

/// <summary>What a plan may come as.</summary>
internal static class PlanFile
{
    public const long MaximumBytes = 200L * 1024 * 1024;

    /// <summary>Files of one form.</summary>
    public const int MostAtOnce = 10;

    /// <summary>Room for the form around the files.</summary>
    public const long MaximumRequestBytes = (MostAtOnce * MaximumBytes) + (1024 * 1024);

    public static FileRules Rules { get; } = new(MaximumBytes, [.. MediaTypes.Documents.Where(type => type != MediaTypes.Powerpoint)]);
}
