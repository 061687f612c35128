using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using Npgsql;

namespace NamRo.Kernel.Jobs;

/// <summary>Takes jobs from the queue and runs them, a few at a time. Any number of these may serve one database.</summary>
public sealed partial class JobWorker(NpgsqlDataSource source, IServiceScopeFactory scopes, JobCatalogue catalogue, WardClock clock,
    ILogger<JobWorker> log) : BackgroundService
{
    /// <summary>Jobs one process runs at once; the office server has two cores.</summary>
    private const int Lanes = 2;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly JobLeases leases = new(source);

    /// <summary>Runs the next job that is due, if any. Public for tests, which drive the worker step by step.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunNextAsync(CancellationToken cancel)
    {
        var claimed = await leases.ClaimAsync(clock.Now, cancel);
        if (claimed is null)
        {
            await leases.BuryAsync(clock.Now, cancel);
            return false;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beating = BeatAsync(claimed, stop);
        try
        {
            await RunAsync(claimed, stop.Token);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await EndFailedAsync(claimed, failure, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
        }

        return true;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => RunLaneAsync(stoppingToken)));

    private async Task RunLaneAsync(CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stopping))
                {
                }
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException && !stopping.IsCancellationRequested)
            {
                LogQueueUnreachable(log, failure);
            }

            await Task.Delay(Poll, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(ClaimedJob job, CancellationToken cancel)
    {
        var kind = catalogue.Find(job.Kind) ?? throw new InvalidOperationException($"No module knows the job kind {job.Kind}.");
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWard>().Enter(job.WardId, "");
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        await kind.RunAsync(scope.ServiceProvider, job.Payload, new JobRun(job.Id, job.Attempt, source), cancel);
        await database.SaveChangesAsync(cancel);
        var isStillOurs = await database.Database.ExecuteSqlAsync($"""
            update kernel.job set state = 'done', progress_percent = 100, finished_at = {clock.Now}, lease = null, leased_until = null
            where id = {job.Id} and lease = {job.Lease}
            """, cancel) == 1;
        if (isStillOurs)
        {
            await transaction.CommitAsync(cancel);
        }
        else
        {
            LogLeaseLost(log, job.Id, job.Kind);
        }
    }

    private async Task EndFailedAsync(ClaimedJob job, Exception failure, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            await leases.ReturnAsync(job, CancellationToken.None);
            return;
        }

        LogFailed(log, failure, job.Id, job.Kind, job.Attempt);
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 10 * Math.Pow(4, job.Attempt - 1)));
        await leases.FailAsync(job, failure.GetType().Name + ": " + failure.Message, clock.Now, clock.Now + wait, stopping);
    }

    private async Task BeatAsync(ClaimedJob job, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Heartbeat, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (!await leases.RenewAsync(job, stop.Token))
                {
                    await stop.CancelAsync();
                }
            }
            catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException)
            {
                LogQueueUnreachable(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The job queue cannot be reached; trying again.")]
    private static partial void LogQueueUnreachable(ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Job {Id} ({Kind}) was taken over by another worker; this attempt is undone.")]
    private static partial void LogLeaseLost(ILogger log, Guid id, string kind);

    [LoggerMessage(LogLevel.Error, "Job {Id} ({Kind}) failed at attempt {Attempt}.")]
    private static partial void LogFailed(ILogger log, Exception failure, Guid id, string kind, int attempt);
}
