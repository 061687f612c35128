using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Data;
using Npgsql;

namespace NamRo.Kernel.Jobs;

/// <summary>
/// A queued piece of work. The queue is one undistributed table (a worker serves every ward), so it has no row-level security: only the
/// Kernel reads it, and what a user sees of it is filtered by ward here.
/// </summary>
internal sealed class JobRow
{
    private const int MostAtOnce = 1000;

    private const string InsertOnce = """
        insert into kernel.job (id, ward_id, kind, payload, state, unique_key, run_at, attempts, maximum_attempts, progress_percent,
          is_cancel_requested, created_at)
        select id, ward, kind, payload::json, 'queued', key, run, 0, @most, 0, false, created
        from unnest(@ids, @wards, @kinds, @payloads, @keys, @runs, @created) as new (id, ward, kind, payload, key, run, created)
        on conflict (ward_id, unique_key) where unique_key is not null do nothing
        """;

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

    /// <summary>Queues rows with unique keys in the running transaction; one whose key is known in its ward is left out.</summary>
    /// <returns>The number queued.</returns>
    public static async Task<int> InsertOnceAsync(AppDb database, IReadOnlyList<JobRow> rows, CancellationToken cancel)
    {
        var count = 0;
        foreach (var some in rows.Chunk(MostAtOnce))
        {
            count += await database.Database.ExecuteSqlRawAsync(InsertOnce,
            [
                new NpgsqlParameter("ids", some.Select(row => row.Id).ToArray()),
                new NpgsqlParameter("wards", some.Select(row => row.WardId).ToArray()),
                new NpgsqlParameter("kinds", some.Select(row => row.Kind).ToArray()),
                new NpgsqlParameter("payloads", some.Select(row => row.Payload).ToArray()),
                new NpgsqlParameter("keys", some.Select(row => row.UniqueKey).ToArray()),
                new NpgsqlParameter("runs", some.Select(row => row.RunAt).ToArray()),
                new NpgsqlParameter("created", some.Select(row => row.CreatedAt).ToArray()),
                new NpgsqlParameter("most", JobQueue.DefaultAttempts),
            ], cancel);
        }

        return count;
    }

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
