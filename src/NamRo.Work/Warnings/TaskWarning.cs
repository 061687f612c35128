using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Work.Warnings;

/// <summary>Whom a task's standing was brought before, on which occasion: each once.</summary>
[NotLogged]
internal sealed class TaskWarning : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TaskId { get; init; }

    /// <summary>Names the occasion, such as <c>soon-3:2026-06-30</c>.</summary>
    public string Occasion { get; init; } = "";

    public Guid PersonId { get; init; }

    public WarningKind Kind { get; init; }

    public WarningLevel Level { get; init; }

    /// <summary>The reason of the standing on that day.</summary>
    public string Reason { get; init; } = "";

    public DateOnly WarnedOn { get; init; }

    /// <summary>When the person said that they have taken note.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public void Acknowledge(DateTimeOffset at) => AcknowledgedAt ??= at;
}

internal enum WarningKind
{
    Soon,
    Late,
    Unclear,
}

/// <summary>How far up the organisation it has come.</summary>
internal enum WarningLevel
{
    Officer,
    UnitHead,
    Leader,
}

/// <summary>What the chair is told of the week, and that they have read it.</summary>
internal sealed class WeeklyNote : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public DateOnly WeekFrom { get; init; }

    public Guid PersonId { get; init; }

    public int LateCount { get; init; }

    public int SoonCount { get; init; }

    public int UnclearCount { get; init; }

    /// <summary>Updates due in the month up to the day of the note, and those that came.</summary>
    public int OwedCount { get; init; }

    public int UpdatedCount { get; init; }

    /// <summary>The longest late, a line each.</summary>
    public string Lines { get; init; } = "";

    public DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public void Acknowledge(DateTimeOffset at) => AcknowledgedAt ??= at;
}

internal sealed class WarningMapping : IEntityTypeConfiguration<TaskWarning>, IEntityTypeConfiguration<WeeklyNote>
{
    public void Configure(EntityTypeBuilder<TaskWarning> builder)
    {
        builder.ToTable("task_warning", WorkModule.SchemaName)
            .HasKey(row => new { row.WardId, row.TaskId, row.Occasion, row.PersonId });
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.Property(row => row.Level).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<WeeklyNote> builder)
    {
        builder.ToTable("weekly_note", WorkModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
