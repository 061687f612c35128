using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Kernel.Jobs;

/// <summary>
/// A queued piece of work. The queue is one undistributed table (a worker serves every ward), so it has no row-level security: only the
/// Kernel reads it, and what a user sees of it is filtered by ward here.
/// </summary>
internal sealed class JobRow
{
    public Guid Id { get; init; }

    public Guid WardId { get; init; }

    public string Kind { get; init; } = "";

    public string Payload { get; init; } = "{}";

    public JobState State { get; init; } = JobState.Queued;

    public string? UniqueKey { get; init; }

    public DateTimeOffset RunAt { get; init; }

    public int Attempts { get; init; }

    public int MaximumAttempts { get; init; } = JobQueue.DefaultAttempts;

    public Guid? Lease { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public int ProgressPercent { get; init; }

    public string? ProgressNote { get; init; }

    public bool IsCancelRequested { get; init; }

    public string? Error { get; init; }

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public static JobRow Queue(Guid ward, string kind, string payload, DateTimeOffset now, Guid? createdBy, DateTimeOffset? runAt = null,
        string? uniqueKey = null) => new()
        {
            Id = Guid.CreateVersion7(now),
            WardId = ward,
            Kind = kind,
            Payload = payload,
            RunAt = runAt ?? now,
            UniqueKey = uniqueKey,
            CreatedBy = createdBy,
            CreatedAt = now,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<JobRow>
    {
        public void Configure(EntityTypeBuilder<JobRow> builder)
        {
            builder.ToTable("job", KernelModule.SchemaName);
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Payload).HasColumnType("json");
            builder.Property(row => row.State)
                .HasConversion(state => state.ToString().ToLowerInvariant(), text => Enum.Parse<JobState>(text, true));
        }
    }
}
