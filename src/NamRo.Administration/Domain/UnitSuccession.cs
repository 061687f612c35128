using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Domain;

/// <summary>A unit that ended, and one that took over from it: a merge has one successor of many, a split many of one.</summary>
internal sealed class UnitSuccession : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid FormerId { get; init; }

    public Guid SuccessorId { get; init; }

    /// <summary>First day on which the successor acts.</summary>
    public DateOnly OnDate { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<UnitSuccession>
    {
        public void Configure(EntityTypeBuilder<UnitSuccession> builder) =>
            builder.ToTable("org_unit_succession", AdministrationModule.SchemaName)
                .HasKey(row => new { row.WardId, row.FormerId, row.SuccessorId });
    }
}
