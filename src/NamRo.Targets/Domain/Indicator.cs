using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Language;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>A canonical indicator: the same for every ward, so that wards can be put side by side.</summary>
internal sealed class Indicator
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

    public Rhythm Rhythm { get; init; }

    /// <summary>Whether it may be added up over wards.</summary>
    public bool MayAggregate { get; init; }

    /// <summary>Phrases that tell it from others; alternatives are separated by "|".</summary>
    public List<string> Words { get; init; } = [];

    /// <summary>The law or the plans that ask for it.</summary>
    public string Basis { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<Indicator>
    {
        public void Configure(EntityTypeBuilder<Indicator> builder)
        {
            builder.ToTable("indicator", TargetsModule.SchemaName).HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.Direction).HasConversion<string>();
            builder.Property(row => row.Rhythm).HasConversion<string>();
        }
    }
}
