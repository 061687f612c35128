using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Targets.Contracts;

/// <summary>Where a target stands. Always derived, and always with a reason in one sentence.</summary>
public enum TargetStanding
{
    /// <summary>Nothing has to be known yet.</summary>
    NotDue,

    /// <summary>Figures are missing or too old to judge.</summary>
    NoData,

    /// <summary>The promise is kept by the newest figure, and no trend speaks against it.</summary>
    Met,

    /// <summary>Not reached yet, but fast enough.</summary>
    OnTrack,

    /// <summary>Too slow, past a milestone, or about to be lost.</summary>
    AtRisk,

    /// <summary>The time is up, or the limit is broken for good.</summary>
    Missed,
}

/// <summary>What a figure is.</summary>
public enum FigureKind
{
    /// <summary>A numerator over a denominator, shown in %.</summary>
    Share,

    /// <summary>A counted or measured amount.</summary>
    Amount,

    /// <summary>1 when done, 0 when not: for targets stated in words only.</summary>
    YesNo,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    Up,
    Down,

    /// <summary>Inside the range; above it is as wrong as below.</summary>
    Within,
}

/// <summary>
/// A target as other modules see and join it: <c>database.Set&lt;TargetRow&gt;()</c>, view <c>targets.target_row</c>.
/// </summary>
public sealed class TargetRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; init; }

    public string PlanTitle { get; init; } = "";

    /// <summary>Its place in the plan, from 1.</summary>
    public int Ordinal { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The text folded, without accents, for searching.</summary>
    public string TextKey { get; init; } = "";

    public string? Section { get; init; }

    public Comparator Comparator { get; init; }

    public decimal? Value { get; init; }

    public decimal? UpperValue { get; init; }

    /// <summary>"%" or the counted thing.</summary>
    public string MeasureUnit { get; init; } = "";

    public decimal? Baseline { get; init; }

    public string? BaselineText { get; init; }

    public DateOnly StartsOn { get; init; }

    /// <summary>First day whose figures count.</summary>
    public DateOnly SpanFrom { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>Last day on which it was pursued; null while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    public int SourcePage { get; init; }

    public int SourceFrom { get; init; }

    public int SourceTo { get; init; }

    public string Quote { get; init; } = "";

    /// <summary>Whether a person has said which canonical indicator it is, or that it is none.</summary>
    public bool IsMatched { get; init; }

    /// <summary>The figures it is measured by; targets of several plans may share them.</summary>
    public int SeriesId { get; init; }

    /// <summary>The unit that measures and answers for it.</summary>
    public Guid? LeadUnitId { get; init; }

    /// <summary>The canonical indicator, once confirmed.</summary>
    public int? IndicatorId { get; init; }

    public FigureKind Kind { get; init; }

    public Direction Direction { get; init; }

    /// <summary>How often a figure is due.</summary>
    public Rhythm Rhythm { get; init; }

    /// <summary>Figures of the periods add up over the span.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>Whether the city may add it up over wards.</summary>
    public bool MayAggregate { get; init; }

    /// <summary>Code of the measure that computes the figures; null: people enter them.</summary>
    public string? MeasureCode { get; init; }

    public TargetStanding Standing { get; init; }

    /// <summary>Why, in one Vietnamese sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The day for which the standing was derived.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The value reached so far; null: no figure, which is not zero.</summary>
    public decimal? CurrentValue { get; init; }

    /// <summary>First day of the period the value is of.</summary>
    public DateOnly? CurrentPeriod { get; init; }

    public bool IsVerified { get; init; }

    /// <summary>Expected value on the due day; null: the data do not allow one, or it would not beat "as last period".</summary>
    public decimal? Forecast { get; init; }

    /// <summary>Lower end of the range that held four out of five held-back figures.</summary>
    public decimal? ForecastLow { get; init; }

    public decimal? ForecastHigh { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TargetRow>
    {
        public void Configure(EntityTypeBuilder<TargetRow> builder)
        {
            builder.ToView("target_row", TargetsModule.SchemaName).HasNoKey();
            builder.Property(row => row.Comparator).HasConversion<string>();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.Direction).HasConversion<string>();
            builder.Property(row => row.Rhythm).HasConversion<string>();
            builder.Property(row => row.Standing).HasConversion<string>();
        }
    }
}
