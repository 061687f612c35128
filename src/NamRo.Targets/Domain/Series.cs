using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;
using NamRo.Language;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>The figures of a ward for one indicator; targets of several plans may stand on it.</summary>
internal sealed class Series : IWardOwned
{
    public const int LongestName = 1000;
    public const int LongestMethod = 2000;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    /// <summary>Counted within the ward: short, because every measurement carries it.</summary>
    public int Id { get; init; }

    /// <summary>The canonical indicator, once a person has confirmed it.</summary>
    public int? IndicatorId { get; private set; }

    public string Name { get; private set; } = "";

    public FigureKind Kind { get; private set; }

    public string MeasureUnit { get; private set; } = "";

    public Direction Direction { get; private set; }

    /// <summary>How often a figure is due.</summary>
    public Rhythm Rhythm { get; private set; }

    /// <summary>Figures of the periods add up over a target's span.</summary>
    public bool IsCumulative { get; private set; }

    /// <summary>Whether the city may add it up over wards.</summary>
    public bool MayAggregate { get; private set; }

    /// <summary>How to measure it, in the ward's words.</summary>
    public string? Method { get; private set; }

    /// <summary>Code of the measure that computes the figures; null: people enter them.</summary>
    public string? MeasureCode { get; private set; }

    /// <summary>The series of which this one is a part: the parts may not exceed it.</summary>
    public int? WholeId { get; private set; }

    /// <summary>The unit that enters the figures.</summary>
    public Guid? LeadUnitId { get; private set; }

    /// <summary>First day from which figures are due.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day of the last target; null while one goes on.</summary>
    public DateOnly? EndedOn { get; private set; }

    public int Version { get; private set; } = 1;

    public static Series Open(int id, SeriesTraits traits, string name, Guid? leadUnit, DateOnly startsOn) => new()
    {
        Id = id,
        Name = name,
        Kind = traits.Kind,
        MeasureUnit = traits.MeasureUnit,
        Direction = traits.Direction,
        Rhythm = traits.Rhythm,
        IsCumulative = traits.IsCumulative,
        MayAggregate = true,
        LeadUnitId = leadUnit,
        StartsOn = startsOn,
    };

    public void Measure(SeriesTraits traits, bool mayAggregate, string? method, Guid? leadUnit, int? whole)
    {
        (Direction, Rhythm, IsCumulative, MayAggregate) = (traits.Direction, traits.Rhythm, traits.IsCumulative, mayAggregate);
        (Method, LeadUnitId, WholeId) = (string.IsNullOrWhiteSpace(method) ? null : method.Trim(), leadUnit, whole);
        Version++;
    }

    /// <summary>Takes on the meaning of a canonical indicator; what the ward has set about rhythm and unit stays.</summary>
    public void Become(Indicator indicator)
    {
        (IndicatorId, MayAggregate) = (indicator.Id, MayAggregate && indicator.MayAggregate);
        Version++;
    }

    public void LeaveIndicator()
    {
        IndicatorId = null;
        Version++;
    }

    /// <param name="measure">Code of a measure whose value has the kind of this series; null: people enter.</param>
    public void ComputeBy(string? measure)
    {
        MeasureCode = measure;
        Version++;
    }

    public void LeadBy(Guid? unit)
    {
        LeadUnitId = unit;
        Version++;
    }

    public void EndOn(DateOnly? day)
    {
        EndedOn = day;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Series>
    {
        public void Configure(EntityTypeBuilder<Series> builder)
        {
            builder.ToTable("series", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.Direction).HasConversion<string>();
            builder.Property(row => row.Rhythm).HasConversion<string>();
        }
    }
}

/// <summary>What a promise says about how it is measured.</summary>
internal sealed record SeriesTraits(FigureKind Kind, string MeasureUnit, Direction Direction, Rhythm Rhythm, bool IsCumulative)
{
    /// <summary>Counted things add up month by month; shares and coverages are states; words are done or not.</summary>
    public static SeriesTraits Of(TargetCommitment target)
    {
        var direction = target.Comparator is Comparator.AtMost or Comparator.LessThan
            || (target is { Comparator: Comparator.Equal, Baseline: { } baseline, Value: { } value } && value < baseline
                && VietnameseText.Fold(target.Text).Contains("giảm", StringComparison.Ordinal))
            ? Direction.Down
            : Direction.Up;
        if (target.Comparator == Comparator.None || target.Value is null)
        {
            return new(FigureKind.YesNo, "", Direction.Up, Rhythm.Quarter, IsCumulative: false);
        }

        var unit = target.MeasureUnit?.Trim() ?? "";
        return unit.StartsWith('%')
            ? new(FigureKind.Share, unit, direction, Rhythm.Month, IsCumulative: false)
            : new(FigureKind.Amount, unit, direction, Rhythm.Month, IsCumulative: direction == Direction.Up);
    }
}
