using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>A row of the plan above, and whether the ward's published plan takes it up; derived, kept to be counted over wards.</summary>
[NotLogged]
internal sealed class CoverageRecord : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    /// <summary>The ward's plan.</summary>
    public Guid PlanId { get; init; }

    public Guid UpperRowId { get; init; }

    public Guid UpperPlanId { get; init; }

    public string UpperText { get; init; } = "";

    public bool IsTakenUp { get; init; }

    /// <summary>Taken up, with less or later than the plan above asks for.</summary>
    public bool FallsShort { get; init; }

    /// <summary>A person has looked at it.</summary>
    public bool IsConfirmed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CoverageRecord>
    {
        public void Configure(EntityTypeBuilder<CoverageRecord> builder) => builder.ToTable("coverage_line", PlansModule.SchemaName)
            .HasKey(row => new { row.WardId, row.PlanId, row.UpperRowId });
    }
}
