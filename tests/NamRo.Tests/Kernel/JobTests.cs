using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

[Collection("jobs")]
public sealed class JobTests(TestHost host)
{
    [Fact]
    public async Task Run_ManyJobsWithFourWorkers_RunsEachOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        for (var i = 0; i < 40; i++)
        {
            await EnqueueAsync(ward);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DrainAsync()));

        Assert.Equal(40, await EffectsAsync(ward));
    }

    [Fact]
    public async Task Run_HolderLostItsLease_LeavesOneEffect()
    {
        var ward = await TestWard.CreateAsync(host);
        var (job, payload) = await EnqueueAsync(ward);
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        TestWorkJob.Behaviours[payload] = async (run, _) =>
        {
            if (run.Attempt == 1)
            {
                reached.SetResult();
                await release.Task;
            }
        };
        var slow = Task.Run(DrainAsync);
        await reached.Task;

        // As if the holder's machine had stopped: its lease runs out, another worker takes over while its transaction still hangs.
        await ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync($"update kernel.job set leased_until = now() - interval '1 s' where id = {job}"));
        var second = Task.Run(DrainAsync);
        await Wait.UntilAsync(() => ward.ReadAsync(database => database.Set<JobRow>().AnyAsync(row => row.Id == job && row.Attempts == 2)));
        release.SetResult();
        await Task.WhenAll(slow, second);

        Assert.Equal(1, await EffectsAsync(ward));
        Assert.Equal(JobState.Done, (await FindAsync(ward, job)).State);
    }

    [Fact]
    public async Task Run_FailingJob_LeavesNoEffectAndIsDeadAfterItsAttempts()
    {
        var ward = await TestWard.CreateAsync(host);
        var (job, payload) = await EnqueueAsync(ward);
        TestWorkJob.Behaviours[payload] = (_, _) => throw new InvalidOperationException("hỏng");
        for (var i = 0; i < JobQueue.DefaultAttempts; i++)
        {
            await ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync($"update kernel.job set run_at = now() where id = {job} and state = 'queued'"));
            await DrainAsync();
        }

        var status = await FindAsync(ward, job);

        Assert.Equal(JobState.Dead, status.State);
        Assert.Contains("hỏng", status.Error, StringComparison.Ordinal);
        Assert.Equal(0, await EffectsAsync(ward));
    }

    [Fact]
    public async Task Run_JobThatKillsItsWorkers_IsPutAside()
    {
        var ward = await TestWard.CreateAsync(host);
        var (job, _) = await EnqueueAsync(ward);
        await ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync(
            $"update kernel.job set state = 'running', attempts = maximum_attempts, leased_until = now() - interval '1 s' where id = {job}"));

        await DrainAsync();

        Assert.Equal(JobState.Dead, (await FindAsync(ward, job)).State);
        Assert.Equal(0, await EffectsAsync(ward));
    }

    [Fact]
    public async Task Cancel_WaitingJob_NeverRuns()
    {
        var ward = await TestWard.CreateAsync(host);
        var (job, _) = await EnqueueAsync(ward);
        var isCancelled = false;
        await ward.InsideAsync(async (_, services) => isCancelled = await services.GetRequiredService<JobQueue>().CancelAsync(job, CancellationToken.None));
        await DrainAsync();

        Assert.True(isCancelled);
        Assert.Equal(0, await EffectsAsync(ward));
    }

    [Fact]
    public async Task Find_JobOfAnotherWard_IsNotThere()
    {
        var (job, _) = await EnqueueAsync(await TestWard.CreateAsync(host));
        var other = await TestWard.CreateAsync(host);

        await other.InsideAsync(async (_, services) =>
        {
            var queue = services.GetRequiredService<JobQueue>();
            Assert.Null(await queue.FindAsync(job, CancellationToken.None));
            Assert.False(await queue.CancelAsync(job, CancellationToken.None));
        });
    }

    [Fact]
    public async Task Subscriber_ReceivesTheEventFromTheWorker()
    {
        var ward = await TestWard.CreateAsync(host);
        var subject = Guid.CreateVersion7();
        await ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Test", subject, "")));
            await database.SaveChangesAsync();
        });

        await DrainAsync();

        Assert.Equal(1, TestSubscriber.Received.GetValueOrDefault(subject));
    }

    private static Task<int> EffectsAsync(TestWard ward) =>
        ward.ReadAsync(database => database.Set<LoggedEvent>().CountAsync(row => row.Kind == nameof(TestWorked)));

    private static async Task<JobStatus> FindAsync(TestWard ward, Guid job)
    {
        JobStatus? status = null;
        await ward.InsideAsync(async (_, services) => status = await services.GetRequiredService<JobQueue>().FindAsync(job, CancellationToken.None));
        return status!;
    }

    private static async Task<(Guid Job, Guid Payload)> EnqueueAsync(TestWard ward)
    {
        var payload = new TestWork(Guid.CreateVersion7());
        var job = Guid.Empty;
        await ward.InsideAsync(async (database, services) =>
        {
            job = services.GetRequiredService<JobQueue>().Enqueue(payload);
            await database.SaveChangesAsync();
        });
        return (job, payload.Id);
    }

    private JobWorker NewWorker() => ActivatorUtilities.CreateInstance<JobWorker>(host.Services);

    private async Task DrainAsync()
    {
        using var worker = NewWorker();
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }
}
