using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Kernel.Jobs;

/// <summary>Where a job stands. <see cref="Dead"/>: it failed as often as it may and waits for a person.</summary>
public enum JobState
{
    Queued,
    Running,
    Done,
    Dead,
    Cancelled,
}

/// <summary>What a user sees of a job.</summary>
/// <param name="ProgressPercent">0 to 100.</param>
public sealed record JobStatus(Guid Id, string Kind, JobState State, int ProgressPercent, string? ProgressNote, string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);

/// <summary>Queues work for the workers, in the current ward and in the current transaction.</summary>
public sealed class JobQueue(AppDb database, JobCatalogue catalogue, CurrentWard ward, CurrentUser user, WardClock clock,
    IWardDirectory wards)
{
    /// <summary>Times a job is tried before it is put aside as dead.</summary>
    public const int DefaultAttempts = 5;

    private const int MostListed = 100;

    /// <summary>
    /// Adds a job to the unit of work; the caller's <c>SaveChangesAsync</c> queues it. Returns its key, by which a page follows it.
    /// </summary>
    public Guid Enqueue<TPayload>(TPayload payload, DateTimeOffset? runAt = null)
        where TPayload : notnull
    {
        var row = JobRow.Queue(ward.Id, catalogue.KindOf<TPayload>(), JsonSerializer.Serialize(payload, EventLog.Json), clock.Now, user.Id,
            runAt);
        database.Add(row);
        return row.Id;
    }

    /// <summary>Queues a job in each open ward, in the running transaction: for what all wards share, such as the calendar.</summary>
    /// <param name="payload">The same for all.</param>
    /// <param name="onceKey">Names the occasion: asked for twice, it is queued once.</param>
    /// <param name="cancel">Ends the write.</param>
    public async Task EnqueueInEveryWardAsync<TPayload>(TPayload payload, string onceKey, CancellationToken cancel)
        where TPayload : notnull
    {
        var json = JsonSerializer.Serialize(payload, EventLog.Json);
        var rows = (await wards.ListOpenAsync(cancel)).Select(one =>
            JobRow.Queue(one, catalogue.KindOf<TPayload>(), json, clock.Now, user.Id, uniqueKey: onceKey)).ToList();
        await JobRow.InsertOnceAsync(database, rows, cancel);
    }

    /// <summary>The job of the current ward, or null.</summary>
    public Task<JobStatus?> FindAsync(Guid id, CancellationToken cancel) => database.Set<JobRow>().AsNoTracking()
        .Where(row => row.Id == id && row.WardId == ward.Id)
        .Select(row =>
            new JobStatus(row.Id, row.Kind, row.State, row.ProgressPercent, row.ProgressNote, row.Error, row.CreatedAt, row.FinishedAt))
        .SingleOrDefaultAsync(cancel);

    /// <summary>The newest jobs of the current ward.</summary>
    public async Task<IReadOnlyList<JobStatus>> ListAsync(CancellationToken cancel) => await database.Set<JobRow>().AsNoTracking()
        .Where(row => row.WardId == ward.Id).OrderByDescending(row => row.CreatedAt).Take(MostListed)
        .Select(row =>
            new JobStatus(row.Id, row.Kind, row.State, row.ProgressPercent, row.ProgressNote, row.Error, row.CreatedAt, row.FinishedAt))
        .ToListAsync(cancel);

    /// <summary>
    /// Asks a job of the current ward to stop: at once if it waits, else at its next step. False: it has ended or is not here.
    /// </summary>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancel)
    {
        var count = await database.Database.ExecuteSqlAsync($"""
            update kernel.job set is_cancel_requested = true, state = case state when 'queued' then 'cancelled' else state end,
                finished_at = case state when 'queued' then {clock.Now} end
            where id = {id} and ward_id = {ward.Id} and state in ('queued', 'running')
            """, cancel);
        return count == 1;
    }

    /// <summary>Gives a dead job of the current ward a new set of attempts.</summary>
    public async Task<bool> ReviveAsync(Guid id, CancellationToken cancel)
    {
        var count = await database.Database.ExecuteSqlAsync($"""
            update kernel.job set state = 'queued', attempts = 0, run_at = {clock.Now}, error = null, finished_at = null,
                is_cancel_requested = false
            where id = {id} and ward_id = {ward.Id} and state = 'dead'
            """, cancel);
        return count == 1;
    }
}
