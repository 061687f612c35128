using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>How a plan stands to the plan before it.</summary>
internal enum AmendmentMode
{
    /// <summary>It takes the former plan's place: rows it does not repeat end, unless a person carries them over.</summary>
    Replaces,

    /// <summary>It only adjusts: rows it does not name stay in force.</summary>
    Adjusts,
}

/// <summary>A plan that adjusts or replaces a published one, until it is approved as a whole and afterwards as history.</summary>
internal sealed class Amendment : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>The new plan; it amends one plan at most.</summary>
    public Guid PlanId { get; init; }

    public Guid FormerPlanId { get; init; }

    public AmendmentMode Mode { get; init; }

    public Guid? ProposedBy { get; init; }

    public string ProposedByName { get; init; } = "";

    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>Counts decisions, so that nobody approves a diff that has changed since.</summary>
    public int Version { get; private set; } = 1;

    public Guid? ApprovedBy { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public bool IsApproved => ApprovedAt is not null;

    public void Touch() => Version++;

    public void Approve(CurrentUser user, DateTimeOffset now)
    {
        (ApprovedBy, ApprovedByName, ApprovedAt) = (user.Id, user.DisplayName, now);
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Amendment>
    {
        public void Configure(EntityTypeBuilder<Amendment> builder)
        {
            builder.ToTable("amendment", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.Mode).HasConversion<string>();
            builder.Ignore(row => row.IsApproved);
        }
    }
}
