using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Targets;
using Npgsql;

namespace NamRo.Benchmarks.Targets;

/// <summary>
/// The real host over a PostgreSQL filled by SQL with a country of figures: pages at a fixed rate, the time a changed figure takes to the
/// city and the country, bytes per measurement.
/// </summary>
internal static class TargetsBench
{
    private const int RequestsPerSecond = 20;

    private static readonly TimeSpan PerPage = TimeSpan.FromSeconds(20);

    /// <param name="minutes">How long figures may be generated; a country that takes longer is measured as far as it got.</param>
    public static async Task RunAsync(int minutes)
    {
        await using var host = await BenchHost.StartAsync(
            "-c shared_buffers=2GB -c max_wal_size=8GB -c synchronous_commit=off -c maintenance_work_mem=1GB");
        await using var owner = NpgsqlDataSource.Create(host.Connection("postgres") + ";Command Timeout=0");
        var country = await TargetsCountry.FillAsync(owner, TimeSpan.FromMinutes(minutes));
        await MeasureAsync(host, owner, country);
    }

    private static async Task MeasureAsync(BenchHost host, NpgsqlDataSource owner, TargetsCountry country)
    {
        using var ward = await BenchVisitor.SignInAsync(host.Services, host.Address, country.Ward, "secretariat");
        using var city = await BenchVisitor.SignInAsync(host.Services, host.Address, country.City, "city_viewer");
        await DeriveAsync(host.Services, country.Ward);
        var period = $"{country.LastPeriod.Year}-M{country.LastPeriod.Month}";
        Measure.Print($"{country.Measurements} measurements ({country.Wards} wards x 300 indicators x 60 months), {country.Filled.TotalSeconds:0} s");
        var (heap, keys) = (country.HeapBytes, country.IndexBytes);
        Measure.Print($"bytes per measurement: {heap:0.0} in the table + {keys:0.0} in indexes = {heap + keys:0.0}");
        await ReportAsync("ward: list of 300 targets", ward, "/chi-tieu", 100);
        await ReportAsync("ward: one target", ward, $"/chi-tieu/{country.Target}", 100);
        await ReportAsync("city: all indicators", city, $"/api/city-figures/31?period={period}", 300);
        await ReportAsync("city: its wards side by side", city, $"/api/city-figures/31/1?period={period}", 300);
        await ReportAsync("nation: all indicators", city, $"/api/nation-figures?period={period}", 1000);
        await ReportChangeAsync(ward, owner, country);
    }

    /// <summary>What the nightly job does.</summary>
    private static async Task DeriveAsync(IServiceProvider services, Guid ward)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWard>().Enter(ward, "đo");
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var count = await scope.ServiceProvider.GetRequiredService<StandingBook>().DeriveOutdatedAsync(CancellationToken.None);
        await transaction.CommitAsync();
        Measure.Print($"standing and forecast of {count} targets with 60 figures each: {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    /// <summary>Sends requests at a fixed rate, whether or not the ones before have been answered.</summary>
    private static async Task ReportAsync(string name, BenchVisitor visitor, string path, int limit)
    {
        for (var warmUp = 0; warmUp < RequestsPerSecond; warmUp++)
        {
            await visitor.GetAsync(path);
        }

        var answers = new List<Task<double>>();
        var watch = Stopwatch.StartNew();
        for (var number = 0; watch.Elapsed < PerPage; number++)
        {
            var wait = TimeSpan.FromSeconds((double)number / RequestsPerSecond) - watch.Elapsed;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            answers.Add(visitor.GetAsync(path));
        }

        var times = (await Task.WhenAll(answers)).Order().ToList();
        Measure.Print($"{name}: p50 {times[times.Count / 2]:0} ms, p95 {times[times.Count * 95 / 100]:0} ms (limit {limit}), {times.Count} requests");
    }

    private static async Task ReportChangeAsync(BenchVisitor ward, NpgsqlDataSource owner, TargetsCountry country)
    {
        const int Changes = 10;
        var delays = new List<double>();
        for (var change = 1; change <= Changes; change++)
        {
            var before = await SumsAsync(owner, country);
            var watch = Stopwatch.StartNew();
            await ward.ChangeAsync(country.LastPeriod, 1 + change, 1000, change);
            while (await SumsAsync(owner, country) is var now && (now.City == before.City || now.Nation == before.Nation))
            {
                await Task.Delay(20);
            }

            delays.Add(watch.Elapsed.TotalSeconds);
        }

        Measure.Print($"changed figure at city and nation: median {delays.Order().ElementAt(Changes / 2):0.00} s, slowest {delays.Max():0.00} s (limit 5)");
    }

    private static async Task<(decimal City, decimal Nation)> SumsAsync(NpgsqlDataSource owner, TargetsCountry country)
    {
        await using var command = owner.CreateCommand("""
            select (select numerator from targets.city_figure
                where indicator_id = 1 and rhythm = 'Month' and period = $1 and province_code = '31'),
              (select numerator from targets.nation_figure where indicator_id = 1 and rhythm = 'Month' and period = $1)
            """);
        command.Parameters.Add(new() { Value = country.LastPeriod });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetDecimal(0), reader.GetDecimal(1));
    }
}
