using Npgsql;

namespace NamRo.Kernel.Jobs;

/// <summary>A job this process holds the lease of.</summary>
internal sealed record ClaimedJob(Guid Id, Guid WardId, string Kind, string Payload, int Attempt, Guid Lease);

/// <summary>
/// Who may run what. A lease is renewed while its holder lives; a holder that died leaves an expired one, and the next worker takes over.
/// Lease
/// times are the database's own, so that processes need not agree on the time.
/// </summary>
internal sealed class JobLeases(NpgsqlDataSource source)
{
    private const int LeaseSeconds = 60;
    private const int LongestError = 2000;

    public async Task<ClaimedJob?> ClaimAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var lease = Guid.CreateVersion7();
        await using var command = Command($"""
            update kernel.job set state = 'running', attempts = attempts + 1, lease = $2,
                leased_until = clock_timestamp() + interval '{LeaseSeconds} s'
            where id = (select id from kernel.job
                        where (state = 'queued' and run_at <= $1)
                          or (state = 'running' and leased_until < clock_timestamp() and attempts < maximum_attempts)
                        order by run_at limit 1 for update skip locked)
            returning id, ward_id, kind, payload::text, attempts
            """, now, lease);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new ClaimedJob(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), lease)
            : null;
    }

    /// <summary>Puts aside the jobs whose last attempt took its worker down: a job that kills processes must not do so for ever.</summary>
    public async Task BuryAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command("""
            update kernel.job set state = 'dead', finished_at = $1, lease = null, leased_until = null,
                error = 'Tiến trình chạy việc này đã dừng đột ngột ' || attempts || ' lần.'
            where state = 'running' and leased_until < clock_timestamp() and attempts >= maximum_attempts
            """, now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Prolongs the lease. False: it is lost, or a person asked to stop.</summary>
    public async Task<bool> RenewAsync(ClaimedJob job, CancellationToken cancel)
    {
        await using var command = Command($"""
            update kernel.job set leased_until = clock_timestamp() + interval '{LeaseSeconds} s'
            where id = $1 and lease = $2 and not is_cancel_requested
            """, job.Id, job.Lease);
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    /// <summary>Puts a job back unharmed, as when the worker shuts down.</summary>
    public async Task ReturnAsync(ClaimedJob job, CancellationToken cancel)
    {
        await using var command = Command("""
            update kernel.job set state = 'queued', attempts = attempts - 1, lease = null, leased_until = null where id = $1 and lease = $2
            """, job.Id, job.Lease);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Notes a failed attempt: cancelled if a person asked to, else queued again for later, or dead after the last.</summary>
    public async Task FailAsync(ClaimedJob job, string error, DateTimeOffset now, DateTimeOffset nextAt, CancellationToken cancel)
    {
        await using var command = Command("""
            update kernel.job set error = $3, run_at = $5, lease = null, leased_until = null,
                state = case when is_cancel_requested then 'cancelled' when attempts >= maximum_attempts then 'dead' else 'queued' end,
                finished_at = case when is_cancel_requested or attempts >= maximum_attempts then $4 end
            where id = $1 and lease = $2
            """, job.Id, job.Lease, error.Length > LongestError ? error[..LongestError] : error, now, nextAt);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string text, params object[] values)
    {
        var command = source.CreateCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
