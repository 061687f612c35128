using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>What a person decided about a finding. It holds for the same finding of a later reading too.</summary>
internal sealed class FindingDecision : IWardOwned
{
    public const int LongestReason = 500;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid PlanId { get; init; }

    /// <summary>See <see cref="DraftFinding.Key"/>.</summary>
    public string Key { get; init; } = "";

    /// <summary>True: left as it is, for the reason given. False: it has been put right.</summary>
    public bool IsWaived { get; private set; }

    public string? Reason { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }

    public void Decide(bool isWaived, string? reason, CurrentUser user, DateTimeOffset now) =>
        (IsWaived, Reason, DecidedBy, DecidedByName, DecidedAt) = (isWaived, reason, user.Id, user.DisplayName, now);

    internal sealed class Mapping : IEntityTypeConfiguration<FindingDecision>
    {
        public void Configure(EntityTypeBuilder<FindingDecision> builder) =>
            builder.ToTable("finding_decision", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId, row.Key });
    }
}
