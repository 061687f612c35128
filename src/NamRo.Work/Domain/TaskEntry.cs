using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Files;
using NamRo.Kernel.Tenancy;

namespace NamRo.Work.Domain;

/// <summary>Something that was said or done about a task: who, when, and whether it was taken back. Never deleted.</summary>
internal abstract class TaskEntry : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    /// <summary>The account that wrote it; null: the system.</summary>
    public Guid? AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When it was taken back; it then counts as never having been.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? RevokedReason { get; private set; }

    public void Sign(Author author) => (AuthorId, AuthorName, At) = (author.AccountId, author.Name, author.Now);

    public void Revoke(Author author, string reason) => (RevokedAt, RevokedBy, RevokedReason) = (author.Now, author.Name, reason);

    /// <summary>Maps what all entries share.</summary>
    protected internal static void Map<TEntry>(EntityTypeBuilder<TEntry> builder, string table)
        where TEntry : TaskEntry
    {
        builder.ToTable(table, WorkModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}

/// <summary>Who writes an entry, and when.</summary>
internal sealed record Author(Guid? AccountId, string Name, DateTimeOffset Now);

/// <summary>Maps each kind of entry to its table.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by EF.")]
internal sealed class EntryMapping : IEntityTypeConfiguration<TaskAssignment>, IEntityTypeConfiguration<TaskReceipt>,
    IEntityTypeConfiguration<TaskReturn>, IEntityTypeConfiguration<TaskStep>, IEntityTypeConfiguration<TaskUpdate>,
    IEntityTypeConfiguration<Evidence>, IEntityTypeConfiguration<ProductSubmission>, IEntityTypeConfiguration<ProductDecision>,
    IEntityTypeConfiguration<TaskClosure>, IEntityTypeConfiguration<TaskReopening>, IEntityTypeConfiguration<ExtensionRequest>,
    IEntityTypeConfiguration<ExtensionDecision>, IEntityTypeConfiguration<ExplanationRequest>, IEntityTypeConfiguration<ExplanationAnswer>,
    IEntityTypeConfiguration<ConditionEvent>, IEntityTypeConfiguration<WaitingSpell>, IEntityTypeConfiguration<PeriodReopening>
{
    public void Configure(EntityTypeBuilder<TaskAssignment> builder) => TaskEntry.Map(builder, "task_assignment");

    public void Configure(EntityTypeBuilder<TaskReceipt> builder) => TaskEntry.Map(builder, "task_receipt");

    public void Configure(EntityTypeBuilder<TaskReturn> builder) => TaskEntry.Map(builder, "task_return");

    public void Configure(EntityTypeBuilder<TaskStep> builder) => TaskEntry.Map(builder, "task_step");

    public void Configure(EntityTypeBuilder<TaskUpdate> builder) => TaskEntry.Map(builder, "task_update");

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        TaskEntry.Map(builder, "evidence");
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(row => new { row.WardId, row.FileId });
    }

    public void Configure(EntityTypeBuilder<ProductSubmission> builder) => TaskEntry.Map(builder, "product_submission");

    public void Configure(EntityTypeBuilder<ProductDecision> builder) => TaskEntry.Map(builder, "product_decision");

    public void Configure(EntityTypeBuilder<TaskClosure> builder)
    {
        TaskEntry.Map(builder, "task_closure");
        builder.Property(row => row.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<TaskReopening> builder) => TaskEntry.Map(builder, "task_reopening");

    public void Configure(EntityTypeBuilder<ExtensionRequest> builder)
    {
        TaskEntry.Map(builder, "extension_request");
        builder.Property(row => row.Cause).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<ExtensionDecision> builder) => TaskEntry.Map(builder, "extension_decision");

    public void Configure(EntityTypeBuilder<ExplanationRequest> builder) => TaskEntry.Map(builder, "explanation_request");

    public void Configure(EntityTypeBuilder<ExplanationAnswer> builder) => TaskEntry.Map(builder, "explanation_answer");

    public void Configure(EntityTypeBuilder<ConditionEvent> builder) => TaskEntry.Map(builder, "condition_event");

    public void Configure(EntityTypeBuilder<WaitingSpell> builder) => TaskEntry.Map(builder, "waiting_spell");

    public void Configure(EntityTypeBuilder<PeriodReopening> builder) => TaskEntry.Map(builder, "period_reopening");
}
