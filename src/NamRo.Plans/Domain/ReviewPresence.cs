using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>When a person last had the review of a plan open.</summary>
[NotLogged]
internal sealed class ReviewPresence : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid PlanId { get; init; }

    public Guid AccountId { get; init; }

    public string DisplayName { get; init; } = "";

    public DateTimeOffset SeenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReviewPresence>
    {
        public void Configure(EntityTypeBuilder<ReviewPresence> builder) => builder.ToTable("review_presence", PlansModule.SchemaName)
            .HasKey(row => new { row.WardId, row.PlanId, row.AccountId });
    }
}
