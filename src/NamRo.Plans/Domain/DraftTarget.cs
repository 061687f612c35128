using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Events;
using NamRo.Language;

namespace NamRo.Plans.Domain;

/// <summary>A target (chỉ tiêu) as it was read.</summary>
[NotLogged]
internal sealed class DraftTarget : DraftRow
{
    public string Text { get; init; } = "";

    public TargetOrigin Origin { get; init; }

    public string? Section { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>The promised value; the lower bound of a range.</summary>
    public decimal? Value { get; init; }

    public decimal? UpperValue { get; init; }

    /// <summary>"%" or the counted thing.</summary>
    public string? MeasureUnit { get; init; }

    public decimal? Baseline { get; init; }

    public string? BaselineText { get; init; }

    public string? PeriodFrom { get; init; }

    public string? PeriodTo { get; init; }

    /// <summary>0 to 1; below 0.5 = unsure.</summary>
    public double Confidence { get; init; }

    public static DraftTarget Of(Guid plan, int ordinal, TargetDraft target, SourceGeometry geometry)
    {
        var row = new DraftTarget
        {
            PlanId = plan,
            Ordinal = ordinal,
            Text = target.Text,
            Origin = target.Origin,
            Section = target.Section,
            Comparator = target.Comparator,
            Value = target.Value,
            UpperValue = target.UpperValue,
            MeasureUnit = target.Unit,
            Baseline = target.Baseline,
            BaselineText = target.BaselineText,
            PeriodFrom = target.Period?.From,
            PeriodTo = target.Period?.To,
            Confidence = target.Confidence,
        };
        row.StandAt(target.Source, geometry);
        return row;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftTarget>
    {
        public void Configure(EntityTypeBuilder<DraftTarget> builder)
        {
            builder.ToTable("draft_target", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId, row.Ordinal });
            builder.Property(row => row.Ordinal).ValueGeneratedNever();
            builder.Property(row => row.Cells).AsJson();
            builder.Property(row => row.Places).AsJson();
            builder.Property(row => row.Origin).HasConversion<string>();
            builder.Property(row => row.Comparator).HasConversion<string>();
        }
    }
}
