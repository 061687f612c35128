using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Language;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>A target (chỉ tiêu): what a plan promises about an indicator, until when.</summary>
internal sealed class Target : IWardOwned
{
    public const int LongestDecision = 200;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; private set; }

    public string PlanTitle { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Ordinal { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The text folded, without accents, for searching.</summary>
    public string TextKey { get; private set; } = "";

    public string? Section { get; private set; }

    public Comparator Comparator { get; private set; }

    public decimal? Value { get; private set; }

    public decimal? UpperValue { get; private set; }

    public string? MeasureUnit { get; private set; }

    public decimal? Baseline { get; private set; }

    /// <summary>The baseline as written; may be prose.</summary>
    public string? BaselineText { get; private set; }

    public int? BaselineYear { get; private set; }

    public string? PeriodFrom { get; private set; }

    public string? PeriodTo { get; private set; }

    /// <summary>The unit that the plan names; the series knows who leads it in fact.</summary>
    public Guid? PromisedUnitId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>First day whose figures count: the year begins before its plan is issued.</summary>
    public DateOnly SpanFrom { get; private set; }

    public DateOnly DueOn { get; private set; }

    public int SourcePage { get; private set; }

    public int SourceFrom { get; private set; }

    public int SourceTo { get; private set; }

    public string Quote { get; private set; } = "";

    public int SeriesId { get; private set; }

    public bool IsMatched { get; private set; }

    public string? MatchedByName { get; private set; }

    public DateTimeOffset? MatchedAt { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    public int Version { get; private set; } = 1;

    public List<Milestone> Milestones { get; } = [];

    public EventSubject AsSubject => new(nameof(Target), Id, Text.Length <= 200 ? Text : Text[..200]);

    public static Target Open(TargetCommitment promise, int series)
    {
        var target = new Target { Id = promise.Id, SeriesId = series };
        target.Promise(promise);
        return target;
    }

    /// <summary>Takes the words, values and place of the plan.</summary>
    public void Promise(TargetCommitment promise)
    {
        (PlanId, PlanTitle, Ordinal) = (promise.PlanId, promise.PlanTitle, promise.Ordinal);
        (Text, TextKey, Section) = (promise.Text, VietnameseText.WithoutAccents(promise.Text), promise.Section);
        (Comparator, Value, UpperValue, MeasureUnit) = (promise.Comparator, promise.Value, promise.UpperValue, promise.MeasureUnit);
        (Baseline, BaselineText, StartsOn) = (promise.Baseline, promise.BaselineText, promise.StartsOn);
        (PeriodFrom, PeriodTo, PromisedUnitId) = (promise.PeriodFrom, promise.PeriodTo, promise.LeadUnitId);
        (SpanFrom, DueOn) = TargetSpan.Of(promise.PeriodFrom, promise.PeriodTo, promise.StartsOn);
        (SourcePage, SourceFrom, SourceTo, Quote) = (promise.Source.Page, promise.Source.From, promise.Source.To, promise.Source.Quote);
        (EndedOn, EndReason) = (null, null);
        Version++;
    }

    public void MoveTo(Guid plan, string title) => (PlanId, PlanTitle, Version) = (plan, title, Version + 1);

    public void StandOn(int series) => (SeriesId, Version) = (series, Version + 1);

    public void Match(string by, DateTimeOffset at) => (IsMatched, MatchedByName, MatchedAt, Version) = (true, by, at, Version + 1);

    public void SetBaseline(decimal? value, string? text, int? year) =>
        (Baseline, BaselineText, BaselineYear, Version) = (value, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), year, Version + 1);

    /// <summary>Promises another value; the old one stays as a revision.</summary>
    public Refusal? Revise(decimal? value, decimal? upper, DateOnly dueOn)
    {
        if (Comparator == Comparator.None && value is not null)
        {
            Comparator = Comparator.AtLeast;
        }

        if (upper < value)
        {
            return TargetRefusals.RangeUpsideDown;
        }

        if (dueOn < SpanFrom)
        {
            return TargetRefusals.DueBeforeItBegins(SpanFrom);
        }

        (Value, UpperValue, DueOn, Version) = (value, upper, dueOn, Version + 1);
        return null;
    }

    public void EndOn(DateOnly day, string reason) => (EndedOn, EndReason, Version) = (day, reason, Version + 1);

    /// <summary>What it promises now, as a row of its history.</summary>
    /// <param name="leadUnit">The unit that led it so far.</param>
    public TargetRevision AsRevision(int number, string decision, DateOnly decidedOn, string by, DateTimeOffset at, Guid? leadUnit) => new()
    {
        TargetId = Id,
        Number = number,
        Text = Text,
        Comparator = Comparator,
        Value = Value,
        UpperValue = UpperValue,
        MeasureUnit = MeasureUnit,
        DueOn = DueOn,
        LeadUnitId = leadUnit,
        Decision = decision,
        DecidedOn = decidedOn,
        MadeByName = by,
        MadeAt = at,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<Milestone>,
        IEntityTypeConfiguration<TargetRevision>
    {
        public void Configure(EntityTypeBuilder<Target> builder)
        {
            builder.ToTable("target", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.Comparator).HasConversion<string>();
            builder.Ignore(row => row.AsSubject);
            builder.HasMany(row => row.Milestones).WithOne().HasForeignKey(row => new { row.WardId, row.TargetId });
            builder.HasOne<Series>().WithMany().HasForeignKey(row => new { row.WardId, row.SeriesId });
        }

        public void Configure(EntityTypeBuilder<Milestone> builder) =>
            builder.ToTable("milestone", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.TargetId, row.DueOn });

        public void Configure(EntityTypeBuilder<TargetRevision> builder)
        {
            builder.ToTable("target_revision", TargetsModule.SchemaName).HasKey(row => new { row.WardId, row.TargetId, row.Number });
            builder.Property(row => row.Number).ValueGeneratedNever();
            builder.Property(row => row.Comparator).HasConversion<string>();
            builder.HasOne<Target>().WithMany().HasForeignKey(row => new { row.WardId, row.TargetId });
        }
    }
}

/// <summary>A value to be reached on the way.</summary>
internal sealed class Milestone : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TargetId { get; init; }

    public DateOnly DueOn { get; init; }

    public decimal Value { get; init; }
}

/// <summary>What a target promised before a decision changed it.</summary>
internal sealed class TargetRevision : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TargetId { get; init; }

    /// <summary>From 1, the oldest.</summary>
    public int Number { get; init; }

    public string Text { get; init; } = "";

    public Comparator Comparator { get; init; }

    public decimal? Value { get; init; }

    public decimal? UpperValue { get; init; }

    public string? MeasureUnit { get; init; }

    public DateOnly DueOn { get; init; }

    public Guid? LeadUnitId { get; init; }

    /// <summary>Number of the deciding document.</summary>
    public string Decision { get; init; } = "";

    public DateOnly DecidedOn { get; init; }

    public string MadeByName { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>The days between which a target's figures count.</summary>
internal static class TargetSpan
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>A plan of a year counts from its first day and is due on its last, unless it says otherwise.</summary>
    public static (DateOnly From, DateOnly Due) Of(string? periodFrom, string? periodTo, DateOnly startsOn)
    {
        var due = LastDayOf(periodTo, startsOn.Year) ?? new DateOnly(startsOn.Year, 12, 31);
        var from = YearOf(periodFrom) is { } year ? new DateOnly(year, 1, 1) : new DateOnly(startsOn.Year, 1, 1);
        return (from <= due ? from : new DateOnly(due.Year, 1, 1), due);
    }

    private static DateOnly? LastDayOf(string? period, int planYear)
    {
        if (string.IsNullOrWhiteSpace(period))
        {
            return null;
        }

        return YearOf(period) is { } year && period.Trim().Length == 4
            ? new DateOnly(year, 12, 31)
            : Deadline.Parse(period, null, planYear).Due ?? (YearOf(period) is { } named ? new DateOnly(named, 12, 31) : null);
    }

    private static int? YearOf(string? period)
    {
        var digits = new string([.. (period ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length >= 4 && int.TryParse(digits[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear ? year : null;
    }
}
