using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>How large a page of the plan's file is, in points as it is displayed.</summary>
[NotLogged]
internal sealed class PlanPage : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid PlanId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public double Width { get; init; }

    public double Height { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PlanPage>
    {
        public void Configure(EntityTypeBuilder<PlanPage> builder)
        {
            builder.ToTable("plan_page", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId, row.Number });
            builder.Property(row => row.Number).ValueGeneratedNever();
        }
    }
}
