using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Targets.Contracts;

/// <summary>A canonical indicator, the same for every ward; table <c>targets.indicator</c>, read only.</summary>
public sealed class IndicatorRow
{
    public int Id { get; init; }

    /// <summary>Stable name for people and files, such as "TTHC-03".</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Definition { get; init; } = "";

    public string Formula { get; init; } = "";

    public FigureKind Kind { get; init; }

    public string MeasureUnit { get; init; } = "";

    public Direction Direction { get; init; }

    /// <summary>Whether it may be added up over wards.</summary>
    public bool MayAggregate { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<IndicatorRow>
    {
        public void Configure(EntityTypeBuilder<IndicatorRow> builder)
        {
            builder.ToView("indicator", TargetsModule.SchemaName).HasNoKey();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.Direction).HasConversion<string>();
        }
    }
}
