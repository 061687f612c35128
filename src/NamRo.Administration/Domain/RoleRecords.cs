using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Domain;

/// <summary>A role of the catalogue, the same in every ward.</summary>
internal sealed class RoleRecord
{
    public string Code { get; init; } = "";

    public string Title { get; set; } = "";

    public bool IsBuiltIn { get; init; }
}

/// <summary>One permission of a role.</summary>
internal sealed class RolePermission
{
    public string RoleCode { get; init; } = "";

    public string PermissionCode { get; init; } = "";
}

/// <summary>A role given to an account in one ward, for the whole ward or for one unit, between two dates.</summary>
internal sealed class RoleAssignment : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public string RoleCode { get; init; } = "";

    public Guid? UnitId { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<RoleRecord>, IEntityTypeConfiguration<RolePermission>,
    IEntityTypeConfiguration<RoleAssignment>
{
    private const string Schema = AdministrationModule.SchemaName;

    public void Configure(EntityTypeBuilder<RoleRecord> builder) => builder.ToTable("role", Schema).HasKey(row => row.Code);

    public void Configure(EntityTypeBuilder<RolePermission> builder) =>
        builder.ToTable("role_permission", Schema).HasKey(row => new { row.RoleCode, row.PermissionCode });

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("role_assignment", Schema).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
