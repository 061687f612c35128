using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

/// <summary>Its own host: moving the clock by days would end the sessions of other tests.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 10, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rhythms_SlotsAreInVietnamsTime()
    {
        var daily = Rhythm.DailyAt(1, 30);
        var hourly = Rhythm.HourlyAt(15);

        Assert.Equal(new DateTimeOffset(2026, 6, 9, 18, 30, 0, TimeSpan.Zero), daily.OnOrBefore(Noon));
        Assert.Equal(daily.OnOrBefore(Noon), daily.OnOrBefore(daily.OnOrBefore(Noon)));
        Assert.Equal(daily.OnOrBefore(Noon).AddDays(-1), daily.Before(daily.OnOrBefore(Noon)));
        Assert.Equal(Noon.AddMinutes(-45), hourly.OnOrBefore(Noon));
        Assert.Equal(new DateOnly(2026, 6, 10), new ScheduleSlot(daily.OnOrBefore(Noon)).Date);
    }

    [Fact]
    public async Task Schedule_ManyWorkersAndDaysOfDowntime_RunsEachSlotOnceInEachWard()
    {
        var host = new TestHost(new TestCluster("-schedule"));
        await host.InitializeAsync();
        try
        {
            TestWard[] wards = [await TestWard.CreateAsync(host), await TestWard.CreateAsync(host)];
            var first = host.Services.GetRequiredService<WardClock>().Today;
            await QueueByManyAsync(host);
            await QueueByManyAsync(host);
            host.Time.Forward(TimeSpan.FromDays(3));
            await QueueByManyAsync(host);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DrainAsync(host)));

            var last = host.Services.GetRequiredService<WardClock>().Today;
            foreach (var ward in wards)
            {
                var worked = (await ward.EventsAsync()).Where(row => row.Kind == nameof(TestWorked)).Select(row => row.SubjectId).ToList();
                Assert.Equal(worked.Distinct().Count(), worked.Count);
                Assert.InRange(worked.Count, 4, 4);
                Assert.True(worked.Contains(TestWork.IdOf(last)) || worked.Contains(TestWork.IdOf(last.AddDays(-1))));
                Assert.True(worked.Contains(TestWork.IdOf(first)) || worked.Contains(TestWork.IdOf(first.AddDays(-1))));
                Assert.Equal(2, await ward.ReadAsync(database => database.Set<JobRow>()
                    .CountAsync(row => row.WardId == ward.Id && row.Kind == SweepJobs.Kind)));
            }
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public void TimeTravel_InProduction_DoesNotStart()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [ShiftedTime.Setting] = "2026-06-30T09:00" })
            .Build();

        Assert.Throws<InvalidOperationException>(() => ShiftedTime.Of(configuration, new HostingEnvironment { EnvironmentName = "Production" }));
        Assert.Equal(new DateOnly(2026, 6, 30),
            new WardClock(ShiftedTime.Of(configuration, new HostingEnvironment { EnvironmentName = "Development" })).Today);
    }

    private static Task QueueByManyAsync(TestHost host) => Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
    {
        using var scheduler = ActivatorUtilities.CreateInstance<Scheduler>(host.Services);
        await scheduler.QueueDueAsync(CancellationToken.None);
    }));

    private static async Task DrainAsync(TestHost host)
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }
}
