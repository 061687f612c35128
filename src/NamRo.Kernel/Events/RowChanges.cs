using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Events;

/// <summary>Before and after of the rows a unit of work is about to save, as JSON for the event log.</summary>
internal static class RowChanges
{
    public const string Hidden = "***";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ChangeTracker tracker)
    {
        var rows = tracker.Entries<IWardOwned>()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not LoggedEvent)
            .Select(entry => Row(entry));
        return new JsonArray([.. rows]).ToJsonString(Json);
    }

    private static JsonObject Row(EntityEntry entry)
    {
        var before = new JsonObject();
        var after = new JsonObject();
        foreach (var property in entry.Properties.Where(property => IsTold(entry.State, property)))
        {
            var isHidden = property.Metadata.PropertyInfo?.GetCustomAttribute<NotLoggedAttribute>() is not null;
            if (entry.State != EntityState.Added)
            {
                before[property.Metadata.GetColumnName()] = isHidden ? Hidden : Value(property.OriginalValue);
            }

            if (entry.State != EntityState.Deleted)
            {
                after[property.Metadata.GetColumnName()] = isHidden ? Hidden : Value(property.CurrentValue);
            }
        }

        return new JsonObject
        {
            ["table"] = entry.Metadata.GetSchemaQualifiedTableName(),
            ["key"] = new JsonArray([.. entry.Metadata.FindPrimaryKey()!.Properties.Skip(1)
                .Select(key => Value(entry.Property(key).CurrentValue))]),
            ["before"] = before,
            ["after"] = after,
        };
    }

    private static bool IsTold(EntityState state, PropertyEntry property) =>
        property.Metadata.Name != nameof(IWardOwned.WardId) && (state != EntityState.Modified || property.IsModified);

    private static JsonNode? Value(object? value) => JsonSerializer.SerializeToNode(value, Json);
}
