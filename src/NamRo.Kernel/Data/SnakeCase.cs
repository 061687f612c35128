using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NamRo.Kernel.Data;

/// <summary>Names columns as PostgreSQL likes them. Tables are named by the entity's own mapping.</summary>
internal static class SnakeCase
{
    /// <summary>Turns <c>OrgUnitId</c> into <c>org_unit_id</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            foreach (var property in entity.GetProperties().Where(property => property.FindAnnotation("Relational:ColumnName") is null))
            {
                property.SetColumnName(Of(property.Name));
            }
        }
    }
}
