using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Sources;
using NamRo.Kernel.Tenancy;
using NamRo.Language;
using NamRo.Work.Contracts;

namespace NamRo.Work.Domain;

/// <summary>
/// A task (nhiệm vụ) of the ward: what the plan says, and who it is with now. What has happened to it are its entries
/// (<see cref="TaskEntry"/>); how it stands is derived from them.
/// </summary>
internal sealed class WorkTask : IWardOwned
{
    public const int LongestText = 4000;
    public const int LongestTitle = 120;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; private set; }

    public string PlanTitle { get; private set; } = "";

    public int Ordinal { get; private set; }

    public string? Number { get; private set; }

    public string? GroupTitle { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The words without accents, to be searched.</summary>
    public string TextKey { get; private set; } = "";

    public Guid? LeadUnitId { get; private set; }

    public string? CoUnitText { get; private set; }

    /// <summary>The leader who answers for it.</summary>
    public Guid? LeaderPersonId { get; private set; }

    public string? LeaderText { get; private set; }

    /// <summary>The one official of the lead unit who carries it out.</summary>
    public Guid? ResponsiblePersonId { get; private set; }

    /// <summary>The product without which the task is not done.</summary>
    public string? Output { get; private set; }

    public string? DeadlineText { get; private set; }

    public DeadlineKind DeadlineKind { get; private set; }

    public DateOnly? Due { get; private set; }

    public Rhythm Every { get; private set; }

    public DateOnly? DueFrom { get; private set; }

    public string? Condition { get; private set; }

    /// <summary>The last day as it is now: moved by granted extensions, set when the awaited condition comes.</summary>
    public DateOnly? DueNow { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public List<Guid> TargetIds { get; private set; } = [];

    public int SourcePage { get; private set; }

    public int SourceFrom { get; private set; }

    public int SourceTo { get; private set; }

    public string Quote { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Counts what happens to it, so that nobody decides about a state they have not seen.</summary>
    public int Version { get; private set; } = 1;

    public List<TaskPart> Parts { get; } = [];

    public List<TaskCoUnit> CoUnits { get; } = [];

    public Deadline Deadline => new(DeadlineKind, Due, Every, DueFrom, Condition);

    public SourceLink Source => new(SourcePage, SourceFrom, SourceTo, Quote);

    public string Title => Shorten(Text);

    public EventSubject AsSubject => new(nameof(WorkTask), Id, Title);

    public static WorkTask Open(TaskCommitment commitment, DateTimeOffset now)
    {
        var task = new WorkTask { Id = commitment.Id, OpenedAt = now };
        task.Follow(commitment);
        return task;
    }

    /// <summary>Takes the words, unit and deadline of the plan as it is now. Who carries it out stays, unless the unit changes.</summary>
    public void Follow(TaskCommitment says)
    {
        var isOtherUnit = says.LeadUnitId != LeadUnitId;
        var isOtherDeadline = says.Deadline != Deadline;
        (PlanId, PlanTitle, Ordinal, Number, GroupTitle) = (says.PlanId, says.PlanTitle, says.Ordinal, says.Number, says.Group);
        (Text, TextKey) = (says.Text, VietnameseText.WithoutAccents(says.Text));
        (LeadUnitId, CoUnitText, LeaderPersonId, LeaderText) = (says.LeadUnitId, says.CoUnitText, says.LeaderPersonId, says.LeaderText);
        ResponsiblePersonId = isOtherUnit ? null : ResponsiblePersonId;
        (Output, DeadlineText, StartsOn, TargetIds) = (says.Output, says.DeadlineText, says.StartsOn, [.. says.TargetIds]);
        (DeadlineKind, Due, Every) = (says.Deadline.Kind, says.Deadline.Due, says.Deadline.Every);
        (DueFrom, Condition) = (says.Deadline.From, says.Deadline.Condition);
        DueNow = isOtherDeadline ? Due : DueNow;
        (SourcePage, SourceFrom, SourceTo, Quote) = (says.Source.Page, says.Source.From, says.Source.To, says.Source.Quote);
        FollowParts(says);
        Version++;
    }

    /// <summary>Belongs to another version of the plan; nothing else changes.</summary>
    public void MoveTo(Guid planId, string planTitle)
    {
        (PlanId, PlanTitle) = (planId, planTitle);
        Version++;
    }

    /// <summary>Its unit was rearranged; null: into several, and a person must decide. The official goes along where it is known.</summary>
    public void MoveUnit(Guid? successorId)
    {
        LeadUnitId = successorId;
        ResponsiblePersonId = successorId is null ? null : ResponsiblePersonId;
        Version++;
    }

    public void Assign(Guid leadUnitId, Guid? responsiblePersonId, Guid? leaderPersonId)
    {
        (LeadUnitId, ResponsiblePersonId, LeaderPersonId) = (leadUnitId, responsiblePersonId, leaderPersonId);
        Version++;
    }

    public void MoveDue(DateOnly? due)
    {
        DueNow = due;
        Version++;
    }

    /// <summary>Something happened to it that others should have seen before they decide.</summary>
    public void Touch() => Version++;

    /// <summary>The first words of a long text, for titles and events.</summary>
    public static string Shorten(string text) => text.Length <= LongestTitle ? text : text[..(LongestTitle - 1)].TrimEnd() + "…";

    private void FollowParts(TaskCommitment says)
    {
        Parts.Clear();
        Parts.AddRange(says.Parts.Select((part, index) =>
            new TaskPart { TaskId = Id, Ordinal = index + 1, Number = part.Number, Text = part.Text }));
        CoUnits.RemoveAll(unit => !says.CoUnitIds.Contains(unit.UnitId));
        CoUnits.AddRange(says.CoUnitIds.Distinct().Where(id => CoUnits.TrueForAll(unit => unit.UnitId != id))
            .Select(id => new TaskCoUnit { TaskId = Id, UnitId = id }).ToList());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<WorkTask>, IEntityTypeConfiguration<TaskPart>,
        IEntityTypeConfiguration<TaskCoUnit>
    {
        public void Configure(EntityTypeBuilder<WorkTask> builder)
        {
            builder.ToTable("work_task", WorkModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Version).IsConcurrencyToken();
            builder.Property(row => row.DeadlineKind).HasConversion<string>();
            builder.Property(row => row.Every).HasConversion<string>();
            builder.Ignore(row => row.Deadline).Ignore(row => row.Source).Ignore(row => row.Title).Ignore(row => row.AsSubject);
            builder.HasMany(row => row.Parts).WithOne().HasForeignKey(row => new { row.WardId, row.TaskId });
            builder.HasMany(row => row.CoUnits).WithOne().HasForeignKey(row => new { row.WardId, row.TaskId });
        }

        public void Configure(EntityTypeBuilder<TaskPart> builder) =>
            builder.ToTable("task_part", WorkModule.SchemaName).HasKey(row => new { row.WardId, row.TaskId, row.Ordinal });

        public void Configure(EntityTypeBuilder<TaskCoUnit> builder) =>
            builder.ToTable("task_co_unit", WorkModule.SchemaName).HasKey(row => new { row.WardId, row.TaskId, row.UnitId });
    }
}

/// <summary>A numbered part of a compound task.</summary>
internal sealed class TaskPart : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TaskId { get; init; }

    public int Ordinal { get; init; }

    public string Number { get; init; } = "";

    public string Text { get; init; } = "";
}

/// <summary>A unit that takes part in a task, with its own share of the work.</summary>
internal sealed class TaskCoUnit : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TaskId { get; init; }

    public Guid UnitId { get; init; }

    public string? PartText { get; set; }

    public DateOnly? DueOn { get; set; }
}
