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
            var acknowledged = new List<Guid>();
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(ward, acknowledged, stop.Token);
            await Task.Delay(1000);

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

    private static async Task WriteAsync(TestWard ward, List<Guid> acknowledged, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var id = Guid.CreateVersion7();
                await ward.InsideAsync(async (database, services) =>
                {
                    services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Test", id, "")));
                    await database.SaveChangesAsync(CancellationToken.None);
                });
                acknowledged.Add(id);
            }
            catch (Exception failure) when (IsOutage(failure))
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    /// <summary>EF wraps a lost connection once or twice, as the moment has it.</summary>
    private static bool IsOutage(Exception? failure) => failure is NpgsqlException || (failure is not null && IsOutage(failure.InnerException));
}
