using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>A person's word on whether a row of the ward's plan takes up a row of the plan above it.</summary>
internal sealed class CoverageChoice : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid UpperRowId { get; init; }

    public Guid OwnRowId { get; init; }

    public bool IsConfirmed { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }

    public void Decide(bool isConfirmed, CurrentUser user, DateTimeOffset now) =>
        (IsConfirmed, DecidedBy, DecidedByName, DecidedAt) = (isConfirmed, user.Id, user.DisplayName, now);

    internal sealed class Mapping : IEntityTypeConfiguration<CoverageChoice>
    {
        public void Configure(EntityTypeBuilder<CoverageChoice> builder) => builder.ToTable("coverage_choice", PlansModule.SchemaName)
            .HasKey(row => new { row.WardId, row.UpperRowId, row.OwnRowId });
    }
}
