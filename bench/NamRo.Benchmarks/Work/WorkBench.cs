using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Jobs;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Benchmarks.Work;

/// <summary>
/// A city of 114 wards, 60 000 tasks and 1.5 million updates in five years, one ward of which has 5 000 tasks: its nights in a worker, its
/// pages in a web process.
/// </summary>
internal static class WorkBench
{
    private const int Limit = 100;

    /// <summary>Evening up to which the city is filled.</summary>
    private const string FilledUpTo = "2026-11-12";

    private const string Morning = "2026-11-17T09:00";

    private static readonly TimeSpan LongestNight = TimeSpan.FromMinutes(15);

    private static readonly (string Day, string Name)[] Nights =
    [
        ("2026-11-13", "everything from nothing"), ("2026-11-16", "the day on which every open task's monthly update opens"),
        ("2026-11-17", "an ordinary day"),
    ];

    /// <param name="wards">Of the 114.</param>
    /// <param name="keep">Where the data stays; a city found there is not filled again.</param>
    public static async Task RunAsync(int wards, string? keep)
    {
        await using var host = await BenchHost.StartAsync(BenchHost.MuchData, keep);
        if (await host.ScalarAsync<long>("select count(*) from work.work_task") == 0)
        {
            await FillAsync(host, wards);
            foreach (var (day, name) in Nights)
            {
                await RunNightAsync(host, day, name);
            }

            await using var vacuum = host.Owner.CreateCommand("vacuum analyze");
            await vacuum.ExecuteNonQueryAsync();
        }

        await MeasurePagesAsync(host);
    }

    private static async Task FillAsync(BenchHost host, int wards)
    {
        var watch = Stopwatch.StartNew();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["wards"] = $"{wards}",
            ["first"] = "5000",
            ["others"] = "487",
            ["today"] = FilledUpTo,
            ["hash"] = BenchVisitor.HashPassword(host.Services),
        };
        await using (var connection = await host.Owner.OpenConnectionAsync())
        {
            var fill = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Work", "city.sql"));
            var names = string.Concat(settings.Select(pair => $"set bench.{pair.Key} = '{pair.Value}';\n"));
            await using var command = new NpgsqlCommand(names + fill, connection);
            await command.ExecuteNonQueryAsync();
        }

        await using var analyze = host.Owner.CreateCommand("vacuum analyze");
        await analyze.ExecuteNonQueryAsync();
        var wardCount = await host.ScalarAsync<long>("select count(distinct ward_id) from work.work_task");
        var tasks = await host.ScalarAsync<long>("select count(*) from work.work_task");
        var closed = await host.ScalarAsync<long>("select count(*) from work.task_closure");
        var updates = await host.ScalarAsync<long>("select count(*) from work.task_update");
        var events = await host.ScalarAsync<long>("select count(*) from kernel.event");
        var size = await host.ScalarAsync<string>("select pg_size_pretty(pg_database_size('namro'))");
        Measure.Print($"{wardCount} wards, {tasks} tasks ({tasks - closed} open), {updates} updates, {events} events, {size}; filled in {watch.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>The worker finds the night due in every ward, as it would at half past midnight; no other job is due.</summary>
    private static async Task RunNightAsync(BenchHost host, string day, string name)
    {
        await using (var quiet = host.Owner.CreateCommand("""
            insert into kernel.schedule (name, last_slot) select unnest($1), '2099-01-01' on conflict do nothing
            """))
        {
            quiet.Parameters.Add(new()
            {
                Value = host.Services.GetServices<ScheduledJob>().Select(job => job.Name).Where(job => job != "work.run_night").ToArray(),
            });
            await quiet.ExecuteNonQueryAsync();
        }

        using var worker = await host.RunAsync($"{day}T00:30:05", "worker");
        await Wait.UntilAsync(async () => !await host.ScalarAsync<bool>($"""
            select count(*) = 0 or bool_or(state in ('queued', 'running')) from kernel.job
            where kind = 'work.run_night' and (run_at at time zone 'Asia/Ho_Chi_Minh')::date = date '{day}'
            """), LongestNight);

        await using var command = host.Owner.CreateCommand($"""
            select extract(epoch from max(finished_at) - min(created_at))::float8, count(*),
              count(*) filter (where state <> 'done'), coalesce(sum(split_part(progress_note, ' ', 1)::int), 0)
            from kernel.job where kind = 'work.run_night' and (run_at at time zone 'Asia/Ho_Chi_Minh')::date = date '{day}'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Measure.Print($"night before {day}, {name}: {reader.GetDouble(0):0.0} s (limit 60), {reader.GetInt64(1)} wards, {reader.GetInt64(2)} failed, {reader.GetInt64(3)} tasks worked out, worker {worker.Memory / Measure.Megabyte:0} MB");
    }

    private static async Task MeasurePagesAsync(BenchHost host)
    {
        using var web = await host.RunAsync(Morning, "web");
        using var leader = await BenchVisitor.SignInAsync(web.Address, "do-0-0");
        using var officer = await BenchVisitor.SignInAsync(web.Address, "do-0-14");
        using var neighbour = await BenchVisitor.SignInAsync(web.Address, "do-1-0");
        // Open for almost five years, with the longest history.
        var task = await host.ScalarAsync<Guid>("""
            select task_id from work.task_update where ward_id = (select ward_id from administration.person person
              join administration.account account on account.id = person.account_id where account.user_name = 'do-0-0')
            group by task_id order by count(*) desc, task_id limit 1
            """);
        await OpenLoop.ReportAsync("ward of 5 000 tasks, my work (officer)", officer, "/nhiem-vu/cua-toi", Limit);
        await OpenLoop.ReportAsync("ward of 5 000 tasks, list (officer)", officer, "/nhiem-vu", Limit);
        await OpenLoop.ReportAsync("ward of 5 000 tasks, list (leader)", leader, "/nhiem-vu", Limit);
        await OpenLoop.ReportAsync("ward of 5 000 tasks, board (leader)", leader, "/nhiem-vu/bang", Limit);
        await OpenLoop.ReportAsync("ward of 5 000 tasks, a task of five years", leader, $"/nhiem-vu/{task}", Limit);
        await OpenLoop.ReportAsync("ward of 5 000 tasks, cockpit", leader, "/", Limit);
        await OpenLoop.ReportAsync("another ward, list (leader)", neighbour, "/nhiem-vu", Limit);
        await OpenLoop.ReportAsync("another ward, board (leader)", neighbour, "/nhiem-vu/bang", Limit);
        Measure.Print($"web process after it: {web.Memory / Measure.Megabyte:0} MB");
    }
}
