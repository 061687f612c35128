using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Schedule;

namespace NamRo.Work.Domain;

/// <summary>Who had the task from when to when, so that a delay is put down to the unit that had it. Follows from the entries.</summary>
[NotLogged]
internal sealed class HolderSegment : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>A body outside the ward.</summary>
    public string? Outside { get; init; }

    /// <summary>What it is with them for: to carry out, to decide, to assign, to wait.</summary>
    public string Duty { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Somebody acts for a person who is away.</summary>
internal sealed class Delegation : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public Guid DeputyPersonId { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; set; }

    public string? Note { get; init; }
}

/// <summary>What is due from whom in which period. Generated; future ones are made anew when the deadline changes.</summary>
[NotLogged]
internal sealed class Obligation : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public ObligationKind Kind { get; init; }

    public DateOnly PeriodFrom { get; private set; }

    public DateOnly PeriodTo { get; private set; }

    public DateOnly OpensOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>First day of the month in which it is due; the database's.</summary>
    public DateOnly DueMonth { get; private set; }

    /// <summary>From then on it cannot be answered without re-opening.</summary>
    public DateTimeOffset? LocksAt { get; set; }

    /// <summary>"Quý II/2026"; of a one-off the empty text.</summary>
    public string Title { get; private set; } = "";

    public Guid? UnitId { get; set; }

    /// <summary>The update or submission that answered it.</summary>
    public Guid? FulfilledBy { get; private set; }

    public DateTimeOffset? FulfilledAt { get; private set; }

    public bool IsOpen => FulfilledBy is null;

    public DateSpan Period => new(PeriodFrom, PeriodTo);

    public static Obligation Expect(Guid id, WorkTask task, ExpectedObligation expected)
    {
        var obligation = new Obligation { Id = id, TaskId = task.Id, Kind = expected.Kind, UnitId = task.LeadUnitId };
        obligation.Move(expected);
        return obligation;
    }

    public bool IsLockedAt(DateTimeOffset now) => LocksAt is { } locks && locks <= now;

    /// <summary>The same obligation on other days.</summary>
    public void Move(ExpectedObligation expected)
    {
        (PeriodFrom, PeriodTo, OpensOn, DueOn) = (expected.Period.From, expected.Period.To, expected.OpensOn, expected.DueOn);
        (LocksAt, Title) = (expected.LocksAt, expected.Title);
    }

    public void Fulfil(Guid entryId, DateTimeOffset at) => (FulfilledBy, FulfilledAt) = (entryId, at);

    /// <summary>What answered it was taken back.</summary>
    public void Reclaim() => (FulfilledBy, FulfilledAt) = (null, null);
}

/// <summary>How a task stands, kept so that lists need not work it out. Never the truth: can be rebuilt from the entries.</summary>
[NotLogged]
internal sealed class TaskStanding : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TaskId { get; init; }

    public string State { get; set; } = "";

    /// <summary>One Vietnamese sentence: which rule, which data.</summary>
    public string Reason { get; set; } = "";

    public DateOnly Since { get; set; }

    public Guid? HolderUnitId { get; set; }

    public Guid? HolderPersonId { get; set; }

    public DateOnly? NextDue { get; set; }

    /// <summary>The first day on which time alone may change it; null: only an act can.</summary>
    public DateOnly? NextChangeOn { get; set; }
}

/// <summary>How a task stood from the end of a day on, for trends: written when it differs from the one before.</summary>
[NotLogged]
internal sealed class StandingSnapshot : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public DateOnly OnDate { get; init; }

    public Guid TaskId { get; init; }

    public string State { get; init; } = "";

    public Guid? LeadUnitId { get; init; }
}

internal sealed class BookMapping : IEntityTypeConfiguration<HolderSegment>, IEntityTypeConfiguration<Delegation>,
    IEntityTypeConfiguration<Obligation>, IEntityTypeConfiguration<TaskStanding>, IEntityTypeConfiguration<StandingSnapshot>
{
    private const string Schema = WorkModule.SchemaName;

    public void Configure(EntityTypeBuilder<HolderSegment> builder)
    {
        builder.ToTable("holder_segment", Schema).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegation", Schema).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable("obligation", Schema).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.Property(row => row.DueMonth).ValueGeneratedOnAddOrUpdate();
        builder.Ignore(row => row.IsOpen).Ignore(row => row.Period);
    }

    public void Configure(EntityTypeBuilder<TaskStanding> builder) =>
        builder.ToTable("task_standing", Schema).HasKey(row => new { row.WardId, row.TaskId });

    public void Configure(EntityTypeBuilder<StandingSnapshot> builder) =>
        builder.ToTable("standing_snapshot", Schema).HasKey(row => new { row.WardId, row.OnDate, row.TaskId });
}
