using NamRo.Kernel.Files;

namespace NamRo.Plans.Domain;

/// <summary>What a plan may come as.</summary>
internal static class PlanFile
{
    public const long MaximumBytes = 200L * 1024 * 1024;

    /// <summary>Room for the form around the file.</summary>
    public const long MaximumRequestBytes = MaximumBytes + (1024 * 1024);

    public static FileRules Rules { get; } = new(MaximumBytes, [.. MediaTypes.Documents.Where(type => type != MediaTypes.Powerpoint)]);
}
