using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Kernel;

/// <summary>PostgreSQL dies in the middle of writes: what was acknowledged stands, nothing stands twice, the chain is whole.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Crash_WhileWriting_LosesNothingThatWasAcknowledged()
    {
        var host = new TestHost(new TestCluster("-crash", "-c max_connections=100"));
        await host.InitializeAsync();
        try
        {
            var ward = await TestWard.CreateAsync(host);
            var acknowledged = new ConcurrentBag<Guid>();
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(ward, acknowledged, stop.Token);
            await Wait.UntilAsync(() => acknowledged.Count > 20);

            host.Cluster.Crash();
            await stop.CancelAsync();
            await writing;
            NpgsqlConnection.ClearAllPools();

            var logged = (await ward.EventsAsync()).Select(row => row.SubjectId).ToList();
            Assert.Empty(acknowledged.Except(logged));
            Assert.Equal(logged.Count, logged.Distinct().Count());
            await ward.InsideAsync(async (_, services) =>
                Assert.True((await services.GetRequiredService<EventVerifier>().VerifyAsync(CancellationToken.None)).IsWhole));
            using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
            while (await worker.RunNextAsync(CancellationToken.None))
            {
            }

            Assert.All(acknowledged, id => Assert.Equal(1, TestSubscriber.Received.GetValueOrDefault(id)));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Crash_WhileFourWorkersRunJobs_RunsEachOnce()
    {
        const int Jobs = 150;
        const int Workers = 4;
        const int Done = 8;
        var host = new TestHost(new TestCluster("-crash-jobs", "-c max_connections=100"));
        await host.InitializeAsync();
        try
        {
            var ward = await TestWard.CreateAsync(host);
            var payloads = Enumerable.Range(0, Jobs).Select(_ => Guid.CreateVersion7()).ToList();
            await ward.InsideAsync(async (database, services) =>
            {
                payloads.ForEach(id => services.GetRequiredService<JobQueue>().Enqueue(new TestWork(id)));
                await database.SaveChangesAsync();
            });
            // Some are done; then one worker is in the middle of a job, its effect written, and the others wait for the ward's chain behind it.
            var (begun, crashed) = (0, new TaskCompletionSource());
            payloads.ForEach(id => TestWorkJob.Behaviours[id] = (_, _) => Interlocked.Increment(ref begun) <= Done ? Task.CompletedTask : crashed.Task);
            using var stop = new CancellationTokenSource();
            var working = Enumerable.Range(0, Workers).Select(_ => DrainThroughOutagesAsync(host, stop.Token)).ToList();
            await Wait.UntilAsync(() => Volatile.Read(ref begun) == Done + 1);

            host.Cluster.Crash();
            crashed.SetResult();
            NpgsqlConnection.ClearAllPools();
            await stop.CancelAsync();
            await Task.WhenAll(working);
            await ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync(
                $"update kernel.job set run_at = '2026-01-01', leased_until = '2026-01-01' where state in ('queued', 'running')"));
            using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
            while (await worker.RunNextAsync(CancellationToken.None))
            {
            }

            var worked = (await ward.EventsAsync()).Where(row => row.Kind == nameof(TestWorked)).Select(row => row.SubjectId).ToList();
            Assert.Equal(payloads.Order(), worked.Order());
            await ward.InsideAsync(async (_, services) =>
                Assert.True((await services.GetRequiredService<EventVerifier>().VerifyAsync(CancellationToken.None)).IsWhole));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task DrainThroughOutagesAsync(TestHost host, CancellationToken stop)
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        await ThroughOutagesAsync(async () =>
        {
            while (!stop.IsCancellationRequested && await worker.RunNextAsync(CancellationToken.None))
            {
            }
        }, stop);
    }

    private static Task WriteAsync(TestWard ward, ConcurrentBag<Guid> acknowledged, CancellationToken stop) => ThroughOutagesAsync(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            await ward.InsideAsync(async (database, services) =>
            {
                services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Test", id, "")));
                await database.SaveChangesAsync(CancellationToken.None);
            });
            acknowledged.Add(id);
        }
    }, stop);

    /// <summary>Takes the work up again after each outage, until it is told to stop.</summary>
    private static Task ThroughOutagesAsync(Func<Task> work, CancellationToken stop) => Wait.UntilAsync(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            // The database is away for a moment.
        }

        return stop.IsCancellationRequested;
    });

    /// <summary>EF wraps a lost connection once or twice, as the moment has it.</summary>
    private static bool IsOutage(Exception? failure) => failure is NpgsqlException || (failure is not null && IsOutage(failure.InnerException));
}
