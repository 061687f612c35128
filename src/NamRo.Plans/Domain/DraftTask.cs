using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Events;
using NamRo.Language;

namespace NamRo.Plans.Domain;

/// <summary>A task (nhiệm vụ) as it was read.</summary>
[NotLogged]
internal sealed class DraftTask : DraftRow
{
    public string Text { get; init; } = "";

    public TaskOrigin Origin { get; init; }

    public string? Number { get; init; }

    public string? GroupTitle { get; init; }

    public string? Section { get; init; }

    public string? Leader { get; init; }

    public List<string> LeadUnits { get; init; } = [];

    public List<string> CoUnits { get; init; } = [];

    public string? Output { get; init; }

    public string? DeadlineText { get; init; }

    public DeadlineKind DeadlineKind { get; init; }

    public DateOnly? Due { get; init; }

    public Rhythm Every { get; init; }

    public DateOnly? DueFrom { get; init; }

    public string? Condition { get; init; }

    public IReadOnlyList<TaskPart> Parts { get; init; } = [];

    public bool IsTarget { get; init; }

    /// <summary>0 to 1; below 0.5 = unsure.</summary>
    public double Confidence { get; init; }

    public Deadline Deadline => new(DeadlineKind, Due, Every, DueFrom, Condition);

    public static DraftTask Of(Guid plan, int ordinal, TaskDraft task, SourceGeometry geometry)
    {
        var row = new DraftTask
        {
            PlanId = plan,
            Ordinal = ordinal,
            Text = task.Text,
            Origin = task.Origin,
            Number = task.Number,
            GroupTitle = task.Group,
            Section = task.Section,
            Leader = task.Leader,
            LeadUnits = [.. task.LeadUnits],
            CoUnits = [.. task.CoUnits],
            Output = task.Output,
            DeadlineText = task.DeadlineText,
            DeadlineKind = task.Deadline.Kind,
            Due = task.Deadline.Due,
            Every = task.Deadline.Every,
            DueFrom = task.Deadline.From,
            Condition = task.Deadline.Condition,
            Parts = task.Parts,
            IsTarget = task.IsTarget,
            Confidence = task.Confidence,
        };
        row.StandAt(task.Source, geometry);
        return row;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftTask>
    {
        public void Configure(EntityTypeBuilder<DraftTask> builder)
        {
            builder.ToTable("draft_task", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId, row.Ordinal });
            builder.Property(row => row.Ordinal).ValueGeneratedNever();
            builder.Property(row => row.Cells).AsJson();
            builder.Property(row => row.Places).AsJson();
            builder.Property(row => row.Parts).AsJson();
            builder.Property(row => row.Origin).HasConversion<string>();
            builder.Property(row => row.DeadlineKind).HasConversion<string>();
            builder.Property(row => row.Every).HasConversion<string>();
            builder.Ignore(row => row.Deadline);
        }
    }
}
