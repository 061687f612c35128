using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Administration.Domain;

/// <summary>A role that a ward has made for itself, beside those of the catalogue.</summary>
internal sealed class WardRole : IWardOwned
{
    public const int LongestTitle = 80;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    /// <summary>A Guid as 32 digits: never the code of a built-in role, never that of another ward's.</summary>
    public string Code { get; init; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Counts changes, so that two people editing at once do not overwrite each other.</summary>
    public int Version { get; private set; }

    public List<WardRolePermission> Permissions { get; } = [];

    public void Change(string title, IReadOnlyCollection<string> permissions)
    {
        Title = VietnameseText.Normalize(title);
        Permissions.RemoveAll(row => !permissions.Contains(row.PermissionCode));
        Permissions.AddRange(permissions.Where(code => Permissions.TrueForAll(row => row.PermissionCode != code))
            .Select(code => new WardRolePermission { WardId = WardId, RoleCode = Code, PermissionCode = code }).ToList());
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<WardRole>, IEntityTypeConfiguration<WardRolePermission>
    {
        public void Configure(EntityTypeBuilder<WardRole> builder)
        {
            builder.ToTable("ward_role", AdministrationModule.SchemaName).HasKey(row => new { row.WardId, row.Code });
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.HasMany(row => row.Permissions).WithOne().HasForeignKey(row => new { row.WardId, row.RoleCode });
        }

        public void Configure(EntityTypeBuilder<WardRolePermission> builder) => builder
            .ToTable("ward_role_permission", AdministrationModule.SchemaName)
            .HasKey(row => new { row.WardId, row.RoleCode, row.PermissionCode });
    }
}

/// <summary>One permission of a ward's own role.</summary>
internal sealed class WardRolePermission : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public string RoleCode { get; init; } = "";

    public string PermissionCode { get; init; } = "";
}
