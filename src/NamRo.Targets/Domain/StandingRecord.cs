using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>The derived standing of a target, kept for lists. Whoever changes a figure or a promise has it derived anew.</summary>
[NotLogged]
internal sealed class StandingRecord : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TargetId { get; init; }

    public DateOnly AsOf { get; set; }

    public TargetStanding Standing { get; set; }

    public string Reason { get; set; } = "";

    public decimal? CurrentValue { get; set; }

    public DateOnly? CurrentPeriod { get; set; }

    public bool IsVerified { get; set; }

    public decimal? Forecast { get; set; }

    public decimal? ForecastLow { get; set; }

    public decimal? ForecastHigh { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StandingRecord>
    {
        public void Configure(EntityTypeBuilder<StandingRecord> builder)
        {
            builder.ToTable("target_standing", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.TargetId });
            builder.Property(row => row.Standing).HasConversion<string>();
            builder.HasOne<Target>().WithOne().HasForeignKey<StandingRecord>(row => new { row.WardId, row.TargetId });
        }
    }
}
