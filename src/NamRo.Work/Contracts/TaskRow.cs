using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Work.Contracts;

/// <summary>
/// A task as other modules see and join it, with how it stands: <c>database.Set&lt;TaskRow&gt;()</c>, view <c>work.task_row</c>.
/// </summary>
public sealed class TaskRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; init; }

    public string PlanTitle { get; init; } = "";

    public int Ordinal { get; init; }

    public string? Number { get; init; }

    public string? GroupTitle { get; init; }

    public string Text { get; init; } = "";

    public Guid? LeadUnitId { get; init; }

    public Guid? LeaderPersonId { get; init; }

    public Guid? ResponsiblePersonId { get; init; }

    public string? Output { get; init; }

    public string? DeadlineText { get; init; }

    /// <summary>The last day as it is now, extensions included; null: none (thường xuyên, or not yet known).</summary>
    public DateOnly? Due { get; init; }

    public DateOnly StartsOn { get; init; }

    public List<Guid> TargetIds { get; init; } = [];

    public int Version { get; init; }

    /// <summary>Name of the state; null only before the first standing is worked out.</summary>
    public string? State { get; init; }

    /// <summary>Why, in one Vietnamese sentence.</summary>
    public string? Reason { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>Who has it now.</summary>
    public Guid? HolderUnitId { get; init; }

    public Guid? HolderPersonId { get; init; }

    /// <summary>The next day on which something is due.</summary>
    public DateOnly? NextDue { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaskRow>
    {
        public void Configure(EntityTypeBuilder<TaskRow> builder) => builder.ToView("task_row", WorkModule.SchemaName).HasNoKey();
    }
}
