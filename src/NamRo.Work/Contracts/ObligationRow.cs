using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;
using NamRo.Schedule;

namespace NamRo.Work.Contracts;

/// <summary>Something due, with its task; view <c>work.obligation_row</c>.</summary>
public sealed class ObligationRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public string TaskText { get; init; } = "";

    public Guid PlanId { get; init; }

    public ObligationKind Kind { get; init; }

    public DateOnly PeriodFrom { get; init; }

    public DateOnly PeriodTo { get; init; }

    public DateOnly OpensOn { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>From then on it is taken no more; null: any time.</summary>
    public DateTimeOffset? LocksAt { get; init; }

    /// <summary>The unit that owes it.</summary>
    public Guid? UnitId { get; init; }

    public Guid? ResponsiblePersonId { get; init; }

    /// <summary>Code of the task's state; see <see cref="TaskStates"/>.</summary>
    public string? TaskState { get; init; }

    public bool IsFulfilled { get; init; }

    public DateOnly? FulfilledOn { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ObligationRow>
    {
        public void Configure(EntityTypeBuilder<ObligationRow> builder)
        {
            builder.ToView("obligation_row", WorkModule.SchemaName).HasNoKey();
            builder.Property(row => row.Kind).HasConversion<string>();
        }
    }
}

/// <summary>A product or a request for more time that waits for its decision; view <c>work.decision_row</c>.</summary>
public sealed class DecisionRow : IWardOwned
{
    /// <summary><see cref="Kind"/> of a request for more time; the other kind is a product.</summary>
    public const string Extension = "Extension";

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public string TaskText { get; init; } = "";

    public Guid? LeadUnitId { get; init; }

    public string Kind { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string AuthorName { get; init; } = "";

    public DateOnly? DueBefore { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Reason { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DecisionRow>
    {
        public void Configure(EntityTypeBuilder<DecisionRow> builder) => builder.ToView("decision_row", WorkModule.SchemaName).HasNoKey();
    }
}

/// <summary>Who has a task now; view <c>work.holder_row</c>.</summary>
public sealed class HolderRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid TaskId { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>A body that is not of the ward.</summary>
    public string? Outside { get; init; }

    public DateOnly Since { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<HolderRow>
    {
        public void Configure(EntityTypeBuilder<HolderRow> builder) => builder.ToView("holder_row", WorkModule.SchemaName).HasNoKey();
    }
}
