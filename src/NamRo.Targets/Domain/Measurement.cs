using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;
using NamRo.Language;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>The current figure of a series in a period. No row is no data; a row without a value: nothing arose.</summary>
internal sealed class Measurement : IWardOwned
{
    /// <summary>Decimal places of a share (QĐ 766/QĐ-TTg rounds to two).</summary>
    public const int ShareDecimals = 2;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public int SeriesId { get; init; }

    /// <summary>First day of the period by name.</summary>
    public DateOnly Period { get; init; }

    /// <summary>1, and one more with each correction.</summary>
    public short Number { get; private set; } = 1;

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public decimal? Value { get; private set; }

    public Guid EntryId { get; private set; }

    public Guid? VerificationId { get; private set; }

    public static Measurement Take(int series, DateOnly period, Figure figure, Guid entry)
    {
        var row = new Measurement { SeriesId = series, Period = period };
        row.Set(figure, entry);
        return row;
    }

    /// <summary>Known to be without a case in the period.</summary>
    public bool IsNothing() => Value is null;

    public Figure AsFigure() => new(Numerator, Denominator, Value);

    /// <summary>Replaces the figure and gives back the former one; it has to be verified again.</summary>
    public FormerMeasurement Correct(Figure figure, Guid entry, string reason, string by, DateTimeOffset at)
    {
        var former = new FormerMeasurement
        {
            SeriesId = SeriesId,
            Period = Period,
            Number = Number,
            EntryId = EntryId,
            VerificationId = VerificationId,
            Numerator = Numerator,
            Denominator = Denominator,
            Value = Value,
            Reason = reason,
            ReplacedByName = by,
            ReplacedAt = at,
        };
        Set(figure, entry);
        (Number, VerificationId) = ((short)(Number + 1), null);
        return former;
    }

    public void Verify(Guid verification) => VerificationId = verification;

    private void Set(Figure figure, Guid entry) =>
        (Numerator, Denominator, Value, EntryId) = (figure.Numerator, figure.Denominator, figure.Value, entry);

    internal sealed class Mapping : IEntityTypeConfiguration<Measurement>, IEntityTypeConfiguration<FormerMeasurement>
    {
        public void Configure(EntityTypeBuilder<Measurement> builder)
        {
            builder.ToTable("measurement", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.SeriesId, row.Period });
            builder.Property(row => row.SeriesId).ValueGeneratedNever();
            builder.Property(row => row.Number).IsConcurrencyToken();
            builder.Property(row => row.VerificationId).IsConcurrencyToken();
            builder.HasOne<Series>().WithMany().HasForeignKey(row => new { row.WardId, row.SeriesId });
            builder.HasOne<Entry>().WithMany().HasForeignKey(row => new { row.WardId, row.EntryId });
        }

        public void Configure(EntityTypeBuilder<FormerMeasurement> builder)
        {
            builder.ToTable("former_measurement", TargetsModule.SchemaName)
                .HasKey(row => new { row.WardId, row.SeriesId, row.Period, row.Number });
            builder.Property(row => row.Number).ValueGeneratedNever();
        }
    }
}

/// <summary>A figure before its correction.</summary>
internal sealed class FormerMeasurement : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public int SeriesId { get; init; }

    public DateOnly Period { get; init; }

    public short Number { get; init; }

    public Guid EntryId { get; init; }

    public Guid? VerificationId { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public decimal? Value { get; init; }

    public string Reason { get; init; } = "";

    public string ReplacedByName { get; init; } = "";

    public DateTimeOffset ReplacedAt { get; init; }
}

/// <summary>One act of entering, importing or computing figures.</summary>
internal sealed class Entry : IWardOwned
{
    public const int LongestNote = 1000;
    public const int MostEvidence = 20;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public FigureSource Source { get; init; }

    /// <summary>File name, or name of the computation; null when keyed in.</summary>
    public string? Origin { get; init; }

    public string? Note { get; init; }

    public Guid? MadeBy { get; init; }

    public string MadeByName { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public List<Guid> EvidenceIds { get; init; } = [];

    /// <summary>Invented for a trial.</summary>
    public bool IsSynthetic { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Entry>
    {
        public void Configure(EntityTypeBuilder<Entry> builder)
        {
            builder.ToTable("entry", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Source).HasConversion<string>();
        }
    }
}

/// <summary>One act of confirming figures, by another person than the one who entered them.</summary>
internal sealed class Verification : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid? VerifiedBy { get; init; }

    public string VerifiedByName { get; init; } = "";

    public DateTimeOffset VerifiedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Verification>
    {
        public void Configure(EntityTypeBuilder<Verification> builder)
        {
            builder.ToTable("verification", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>A period whose figures are final; it may be opened again with a reason.</summary>
internal sealed class PeriodClosure : IWardOwned
{
    public const int LongestReason = 500;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Rhythm Rhythm { get; init; }

    public DateOnly Period { get; init; }

    public string ClosedByName { get; init; } = "";

    public DateTimeOffset ClosedAt { get; init; }

    public string? ReopenedByName { get; private set; }

    public DateTimeOffset? ReopenedAt { get; private set; }

    public string? ReopeningReason { get; private set; }

    public void Reopen(string by, DateTimeOffset at, string reason) =>
        (ReopenedByName, ReopenedAt, ReopeningReason) = (by, at, reason);

    internal sealed class Mapping : IEntityTypeConfiguration<PeriodClosure>
    {
        public void Configure(EntityTypeBuilder<PeriodClosure> builder)
        {
            builder.ToTable("period_closure", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.ReopenedAt).IsConcurrencyToken();
            builder.Property(row => row.Rhythm).HasConversion<string>();
        }
    }
}
