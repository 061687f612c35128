using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using Npgsql;

namespace NamRo.Kernel.Jobs;

/// <summary>
/// Queues what the schedules ask for. Any number of these may run: a slot is queued by whoever holds the schedule's row, in the same
/// transaction that moves it on, and each job has a unique key besides.
/// </summary>
public sealed partial class Scheduler(IServiceScopeFactory scopes, IEnumerable<ScheduledJob> schedules, JobCatalogue catalogue,
    WardClock clock, ILogger<Scheduler> log) : BackgroundService
{
    /// <summary>Missed slots of one schedule that are made up for after a long stop.</summary>
    public const int MostSlots = 31;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Queues every slot that is due. Public for tests, which drive it step by step.</summary>
    /// <returns>The number of jobs queued.</returns>
    public async Task<int> QueueDueAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var schedule in schedules)
        {
            count += await QueueDueAsync(schedule, cancel);
        }

        return count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await QueueDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException
                && !stoppingToken.IsCancellationRequested)
            {
                LogNotQueued(log, failure);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> QueueDueAsync(ScheduledJob schedule, CancellationToken cancel)
    {
        var newest = schedule.Rhythm.OnOrBefore(clock.Now);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        var last = await LockAsync(database, schedule, newest, cancel);
        var slots = SlotsAfter(schedule, last, newest);
        if (slots.Count == 0)
        {
            return 0;
        }

        var wards = await scope.ServiceProvider.GetRequiredService<IWardDirectory>().ListOpenAsync(cancel);
        var kind = catalogue.KindOf(schedule.Payload);
        var rows = slots.SelectMany(slot => wards.Select(ward => JobRow.Queue(ward, kind, schedule.PayloadOf(new ScheduleSlot(slot)),
            clock.Now, null, slot, KeyOf(schedule, slot)))).ToList();
        var count = await JobRow.InsertOnceAsync(database, rows, cancel);
        await database.Database.ExecuteSqlAsync(
            $"update kernel.schedule set last_slot = {newest} where name = {schedule.Name}", cancel);
        await transaction.CommitAsync(cancel);
        return count;
    }

    /// <summary>The last slot queued. A new schedule begins with its newest slot: what it cares for may be due already.</summary>
    private static async Task<DateTimeOffset> LockAsync(AppDb database, ScheduledJob schedule, DateTimeOffset newest,
        CancellationToken cancel)
    {
        var rows = await database.Database.SqlQuery<DateTimeOffset>($"""
            insert into kernel.schedule as kept (name, last_slot) values ({schedule.Name}, {schedule.Rhythm.Before(newest)})
            on conflict (name) do update set last_slot = kept.last_slot returning last_slot as "Value"
            """).ToListAsync(cancel);
        return rows[0];
    }

    private static List<DateTimeOffset> SlotsAfter(ScheduledJob schedule, DateTimeOffset last, DateTimeOffset newest)
    {
        var most = schedule.CatchUp == CatchUp.Each ? MostSlots : 1;
        var slots = new List<DateTimeOffset>();
        for (var slot = newest; slot > last && slots.Count < most; slot = schedule.Rhythm.Before(slot))
        {
            slots.Insert(0, slot);
        }

        return slots;
    }

    private static string KeyOf(ScheduledJob schedule, DateTimeOffset slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{schedule.Name}:{slot.UtcDateTime:yyyyMMddHHmm}");

    [LoggerMessage(LogLevel.Warning, "Scheduled work could not be queued; trying again.")]
    private static partial void LogNotQueued(ILogger log, Exception failure);
}
