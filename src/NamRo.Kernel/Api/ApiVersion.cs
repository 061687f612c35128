using System.Globalization;

namespace NamRo.Kernel.Api;

/// <summary>The counter of a row's changes as an entity tag, so that no change is overwritten unseen.</summary>
public static class ApiVersion
{
    public const string IfMatch = "If-Match";

    public static string TagOf(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version that the sender has seen; null: none is stated.</summary>
    public static int? VersionOf(string? ifMatch) =>
        int.TryParse(ifMatch?.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Whether the sender has seen another state than this; one who states none has none to lose.</summary>
    public static bool Differs(string? ifMatch, int version) => ifMatch is not (null or "*") && VersionOf(ifMatch) != version;
}
