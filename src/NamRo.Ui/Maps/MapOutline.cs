using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NamRo.Ui.Maps;

/// <summary>An area of a map: its key and its outline as the <c>d</c> of an SVG path.</summary>
/// <param name="X">Where a word about it may stand.</param>
/// <param name="HasRoom">The word does not run out of it.</param>
public sealed record MapOutline(string Code, string Path, double X, double Y, bool HasRoom = true);

/// <summary>
/// The outlines of areas, drawn to a width of <see cref="Width"/>. Read from GeoJSON (RFC 7946): a FeatureCollection of Polygons and
/// MultiPolygons in longitude and latitude, each with its key in the property <c>code</c>.
/// </summary>
public sealed record MapOutlines(double Height, IReadOnlyList<MapOutline> Areas)
{
    public const double Width = 800;

    public const int MostAreas = 2_000;
    public const int MostPoints = 1_000_000;

    /// <summary>Points nearer to the one before than this many units of the drawing are left out.</summary>
    private const double Detail = 0.4;

    private const double Margin = 4;

    /// <summary>Breadth and height that a figure such as "86,2%" needs.</summary>
    private const double Room = 46;
    private const double RoomAbove = 18;

    /// <summary>Null: it is no such collection, it holds nothing, or too much.</summary>
    public static MapOutlines? Read(JsonElement geoJson)
    {
        if (geoJson.ValueKind != JsonValueKind.Object || !geoJson.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array || features.GetArrayLength() is 0 or > MostAreas)
        {
            return null;
        }

        var areas = features.EnumerateArray().Select(ReadArea).ToList();
        var points = areas.SelectMany(area => area?.Rings ?? []).SelectMany(ring => ring).Take(MostPoints + 1).ToList();
        return areas.Contains(null) || points.Count is 0 or > MostPoints ? null : Draw(areas!, points);
    }

    /// <summary>Degrees become lengths by the cosine of the middle latitude, which is true enough for a city.</summary>
    private static MapOutlines? Draw(List<Area> areas, List<Place> points)
    {
        var (west, east) = (points.Min(point => point.Longitude), points.Max(point => point.Longitude));
        var (south, north) = (points.Min(point => point.Latitude), points.Max(point => point.Latitude));
        var narrowing = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (Width - (2 * Margin)) / ((east - west) * narrowing);
        if (!double.IsFinite(scale) || Math.Abs(north) > 85 || Math.Abs(south) > 85)
        {
            return null;
        }

        (double X, double Y) At(Place place) =>
            (Margin + ((place.Longitude - west) * narrowing * scale), Margin + ((north - place.Latitude) * scale));
        return new MapOutlines(Math.Ceiling(((north - south) * scale) + (2 * Margin)), [.. areas.Select(area =>
        {
            var largest = area.Rings.MaxBy(ring => ring.Count)!.ConvertAll(At);
            var (left, right) = (largest.Min(point => point.X), largest.Max(point => point.X));
            var (top, bottom) = (largest.Min(point => point.Y), largest.Max(point => point.Y));
            return new MapOutline(area.Code, string.Concat(area.Rings.Select(ring => PathOf(ring.ConvertAll(At)))),
                Math.Round((left + right) / 2, 1), Math.Round((top + bottom) / 2, 1), right - left >= Room && bottom - top >= RoomAbove);
        })]);
    }

    private static string PathOf(List<(double X, double Y)> ring)
    {
        var path = new StringBuilder();
        var last = (X: double.MinValue, Y: double.MinValue);
        foreach (var point in ring)
        {
            if (Math.Abs(point.X - last.X) < Detail && Math.Abs(point.Y - last.Y) < Detail)
            {
                continue;
            }

            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}");
            last = point;
        }

        return path.Append('Z').ToString();
    }

    private static Area? ReadArea(JsonElement feature)
    {
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object
            || !properties.TryGetProperty("code", out var code) || !feature.TryGetProperty("geometry", out var geometry)
            || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type)
            || !geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var rings = type.ToString() switch
        {
            "Polygon" => [.. coordinates.EnumerateArray().Select(ReadRing)],
            "MultiPolygon" => coordinates.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Array)
                .SelectMany(part => part.EnumerateArray()).Select(ReadRing).ToList(),
            _ => [],
        };
        return rings.Count == 0 || rings.Exists(ring => ring.Count == 0) ? null : new Area(code.ToString(), rings);
    }

    private static List<Place> ReadRing(JsonElement ring)
    {
        var places = ring.ValueKind == JsonValueKind.Array ? ring.EnumerateArray().Select(ReadPlace).ToList() : [];
        return places.Contains(null) ? [] : places.ConvertAll(place => place!);
    }

    private static Place? ReadPlace(JsonElement place) => place.ValueKind == JsonValueKind.Array && place.GetArrayLength() >= 2
        && place[0].ValueKind == JsonValueKind.Number && place[1].ValueKind == JsonValueKind.Number
        ? new Place(place[0].GetDouble(), place[1].GetDouble())
        : null;

    private sealed record Area(string Code, List<List<Place>> Rings);

    private sealed record Place(double Longitude, double Latitude);
}
