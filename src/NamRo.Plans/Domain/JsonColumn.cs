using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Plans.Domain;

/// <summary>Immutable values kept as JSON in one column.</summary>
internal static class JsonColumn
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        // PostgreSQL's jsonb orders the keys anew.
        AllowOutOfOrderMetadataProperties = true,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => Write(value),
        text => Read<T>(text),
        new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => value!.GetHashCode(), value => value));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
