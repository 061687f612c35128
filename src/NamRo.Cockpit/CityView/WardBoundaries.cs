using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NamRo.Ui.Maps;

namespace NamRo.Cockpit.CityView;

/// <summary>
/// The outlines of the wards from the GeoJSON that the operator names (<c>City:Boundaries</c>), read once. Null: none is given.
/// </summary>
internal sealed partial class WardBoundaries(IConfiguration configuration, ILogger<WardBoundaries> logger)
{
    public const long LargestFile = 50L * 1024 * 1024;

    private readonly Lazy<MapOutlines?> outlines = new(() => Read(configuration["City:Boundaries"], logger));

    public MapOutlines? Outlines => outlines.Value;

    private static MapOutlines? Read(string? path, ILogger logger)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            using var json = file.Length <= LargestFile ? JsonDocument.Parse(file) : null;
            if (json is not null && MapOutlines.Read(json.RootElement) is { } read)
            {
                return read;
            }

            Unusable(logger, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            Unreadable(logger, failure, path);
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "The boundaries in {Path} are no GeoJSON of polygons with a code, or too large: no map is shown.")]
    private static partial void Unusable(ILogger logger, string path);

    [LoggerMessage(LogLevel.Warning, "The boundaries in {Path} cannot be read: no map is shown.")]
    private static partial void Unreadable(ILogger logger, Exception failure, string path);
}
