using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

internal enum StepKind
{
    Accept,
    AcceptCertain,
    Reject,
    RejectOpen,
    Edit,
    Split,
    Merge,
    Add,
    MatchUnit,
    TakeReading,
    Import,
}

/// <summary>A row before a step.</summary>
/// <param name="IsNew">The step made it: undoing removes it.</param>
/// <param name="Content">Null: the step leaves the content alone.</param>
/// <param name="VersionAfter">If the row has another version now, somebody has changed it since.</param>
internal sealed record RowSnapshot(Guid Id, bool IsNew, RowState State, Guid? DecidedBy, string? DecidedByName, DateTimeOffset? DecidedAt,
    RowContent? Content, int VersionAfter);

/// <summary>One thing a person did in a review; its key is made when the form is shown, so that a double submit is one step.</summary>
[NotLogged]
internal sealed class ReviewStep : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PlanId { get; init; }

    public StepKind Kind { get; init; }

    public Guid? MadeBy { get; init; }

    public string MadeByName { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public IReadOnlyList<RowSnapshot> Rows { get; set; } = [];

    public Guid? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public void Undo(CurrentUser user, DateTimeOffset now) => (UndoneBy, UndoneAt) = (user.Id, now);

    internal sealed class Mapping : IEntityTypeConfiguration<ReviewStep>
    {
        public void Configure(EntityTypeBuilder<ReviewStep> builder)
        {
            builder.ToTable("review_step", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Kind).HasConversion<string>();
            builder.Property(row => row.Rows).AsJson();
        }
    }
}
