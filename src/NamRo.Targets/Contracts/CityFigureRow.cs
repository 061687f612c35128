using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Language;

namespace NamRo.Targets.Contracts;

/// <summary>A canonical indicator over the wards of a city or province in a period; view <c>targets.city_figure_row</c>.</summary>
public sealed class CityFigureRow
{
    public string ProvinceCode { get; init; } = "";

    public int IndicatorId { get; init; }

    public string IndicatorCode { get; init; } = "";

    public string IndicatorName { get; init; } = "";

    public string MeasureUnit { get; init; } = "";

    public Rhythm Rhythm { get; init; }

    /// <summary>First day of the period by name.</summary>
    public DateOnly Period { get; init; }

    /// <summary>Wards that gave a figure: the coverage.</summary>
    public int Wards { get; init; }

    public decimal Numerator { get; init; }

    public decimal Denominator { get; init; }

    public decimal? Value { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CityFigureRow>
    {
        public void Configure(EntityTypeBuilder<CityFigureRow> builder)
        {
            builder.ToView("city_figure_row", TargetsModule.SchemaName).HasNoKey();
            builder.Property(row => row.Rhythm).HasConversion<string>();
        }
    }
}

/// <summary>The same over the country; view <c>targets.nation_figure_row</c>.</summary>
public sealed class NationFigureRow
{
    public int IndicatorId { get; init; }

    public string IndicatorCode { get; init; } = "";

    public string IndicatorName { get; init; } = "";

    public string MeasureUnit { get; init; } = "";

    public Rhythm Rhythm { get; init; }

    public DateOnly Period { get; init; }

    public int Provinces { get; init; }

    public int Wards { get; init; }

    public decimal Numerator { get; init; }

    public decimal Denominator { get; init; }

    public decimal? Value { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NationFigureRow>
    {
        public void Configure(EntityTypeBuilder<NationFigureRow> builder)
        {
            builder.ToView("nation_figure_row", TargetsModule.SchemaName).HasNoKey();
            builder.Property(row => row.Rhythm).HasConversion<string>();
        }
    }
}
