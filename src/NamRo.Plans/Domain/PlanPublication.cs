using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>Who brought a plan to life, and who took it back if anybody did.</summary>
internal sealed class PlanPublication : IWardOwned
{
    public const int LongestReason = 500;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; init; }

    public int TaskCount { get; init; }

    public int TargetCount { get; init; }

    public Guid? PublishedBy { get; init; }

    public string PublishedByName { get; init; } = "";

    public DateTimeOffset PublishedAt { get; init; }

    public Guid? WithdrawnBy { get; private set; }

    public string? WithdrawnByName { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; private set; }

    public void Withdraw(CurrentUser user, string reason, DateTimeOffset now) =>
        (WithdrawnBy, WithdrawnByName, WithdrawnAt, Reason) = (user.Id, user.DisplayName, now, reason);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanPublication>
    {
        public void Configure(EntityTypeBuilder<PlanPublication> builder)
        {
            builder.ToTable("plan_publication", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
