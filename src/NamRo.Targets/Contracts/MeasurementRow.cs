using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Targets.Contracts;

/// <summary>Where a figure came from.</summary>
public enum FigureSource
{
    /// <summary>Keyed in by a person.</summary>
    Entered,

    /// <summary>From a file.</summary>
    Imported,

    /// <summary>Derived by the system from what it holds.</summary>
    Computed,
}

/// <summary>The current figure of a series in a period; view <c>targets.measurement_row</c>. No row is no data, never zero.</summary>
public sealed class MeasurementRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public int SeriesId { get; init; }

    public int? IndicatorId { get; init; }

    public Guid? LeadUnitId { get; init; }

    public Rhythm Rhythm { get; init; }

    /// <summary>First day of the period by name: Quý II/2026 is 1/4/2026.</summary>
    public DateOnly Period { get; init; }

    /// <summary>1, and one more with each correction.</summary>
    public short Number { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>Null: nothing arose in the period (denominator 0).</summary>
    public decimal? Value { get; init; }

    public Guid EntryId { get; init; }

    public FigureSource Source { get; init; }

    public string MadeByName { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Invented for a trial; shown with that word wherever it appears.</summary>
    public bool IsSynthetic { get; init; }

    public bool IsVerified { get; init; }

    /// <summary>Files that the act brought as evidence.</summary>
    public List<Guid> EvidenceIds { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<MeasurementRow>
    {
        public void Configure(EntityTypeBuilder<MeasurementRow> builder)
        {
            builder.ToView("measurement_row", TargetsModule.SchemaName).HasNoKey();
            builder.Property(row => row.Rhythm).HasConversion<string>();
            builder.Property(row => row.Source).HasConversion<string>();
        }
    }
}
