using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Targets;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Benchmarks.Targets;

/// <summary>
/// The real host over a PostgreSQL filled by SQL with a country of figures: pages at a fixed rate, the time a changed figure takes to the
/// city and the country, bytes per measurement.
/// </summary>
internal static class TargetsBench
{
    private const string Morning = "2026-11-17T09:00";

    /// <param name="wards">Of the country's 3 321; the first 114 are Hải Phòng's.</param>
    /// <param name="keep">Where the data stays; a country found there is not filled again.</param>
    public static async Task RunAsync(int wards, string? keep)
    {
        await using var host = await BenchHost.StartAsync(BenchHost.MuchData, keep);
        var file = Path.Combine(host.Directory, "country.json");
        var country = File.Exists(file) ? JsonSerializer.Deserialize<TargetsCountry>(await File.ReadAllTextAsync(file))! : null;
        if (country is null)
        {
            country = await TargetsCountry.FillAsync(host, wards);
            await DeriveAsync(host);
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(country));
        }

        Measure.Print($"{country.Measurements} measurements ({wards} wards x 300 indicators x 60 months), filled in {country.FilledSeconds:0} s");
        var (heap, keys) = (country.HeapBytes, country.IndexBytes);
        Measure.Print($"bytes per measurement: {heap:0.0} in the table + {keys:0.0} in indexes = {heap + keys:0.0}");
        await MeasureAsync(host, country);
    }

    private static async Task MeasureAsync(BenchHost host, TargetsCountry country)
    {
        using var product = await host.RunAsync(Morning, "web", "worker");
        using var ward = await BenchVisitor.SignInAsync(product.Address, TargetsCountry.WardUser);
        using var city = await BenchVisitor.SignInAsync(product.Address, TargetsCountry.CityUser);
        var period = $"{country.LastPeriod.Year}-M{country.LastPeriod.Month}";
        await OpenLoop.ReportAsync("ward: cockpit", ward, "/", 100);
        await OpenLoop.ReportAsync("ward: list of 300 targets", ward, "/chi-tieu", 100);
        await OpenLoop.ReportAsync("ward: one target", ward, $"/chi-tieu/{country.Target}", 100);
        await OpenLoop.ReportAsync("city: page of its wards", city, "/thanh-pho", 300);
        await OpenLoop.ReportAsync("city: all indicators", city, $"/api/v1/city-figures/31?period={period}", 300);
        await OpenLoop.ReportAsync("city: its wards side by side", city, $"/api/v1/city-figures/31/1?period={period}", 300);
        await OpenLoop.ReportAsync("nation: page", city, "/ca-nuoc", 1000);
        await OpenLoop.ReportAsync("nation: all indicators", city, $"/api/v1/nation-figures?period={period}", 1000);
        await ReportChangeAsync(ward, host.Owner, country);
        Measure.Print($"process after it: {product.Memory / Measure.Megabyte:0} MB");
    }

    /// <summary>What the nightly job does, in each ward of the city.</summary>
    private static async Task DeriveAsync(BenchHost host)
    {
        var (times, count) = (new List<double>(), 0);
        await using var command = host.Owner.CreateCommand("select distinct ward_id from targets.target");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var watch = Stopwatch.StartNew();
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentWard>().Enter(reader.GetGuid(0), "đo");
            var database = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var transaction = await database.Database.BeginTransactionAsync();
            count += await scope.ServiceProvider.GetRequiredService<StandingBook>().DeriveOutdatedAsync(CancellationToken.None);
            await transaction.CommitAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Measure.Print($"standing and forecast of {count} targets with 60 figures each: median {times.Order().ElementAt(times.Count / 2):0} ms a ward, {times.Sum() / 1000:0} s in all");
    }

    private static async Task ReportChangeAsync(BenchVisitor ward, NpgsqlDataSource owner, TargetsCountry country)
    {
        const int Changes = 10;
        var delays = new List<double>();
        for (var change = 1; change <= Changes; change++)
        {
            var (seen, part) = await NewestAsync(owner, country);
            var before = await SumsAsync(owner, country);
            var watch = Stopwatch.StartNew();
            await ward.ChangeAsync(country.LastPeriod, (part + 1) % 1000, 1000, seen);
            await Wait.UntilAsync(async () => await SumsAsync(owner, country) is var now && now.City != before.City && now.Nation != before.Nation);

            delays.Add(watch.Elapsed.TotalSeconds);
        }

        Measure.Print($"changed figure at city and nation: median {delays.Order().ElementAt(Changes / 2):0.00} s, slowest {delays.Max():0.00} s (limit 5)");
    }

    private static async Task<(int Version, int Numerator)> NewestAsync(NpgsqlDataSource owner, TargetsCountry country)
    {
        await using var command = owner.CreateCommand(
            "select number, numerator::int from targets.measurement where ward_id = $1 and series_id = 1 and period = $2");
        command.Parameters.Add(new() { Value = country.Ward });
        command.Parameters.Add(new() { Value = country.LastPeriod });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt32(0), reader.GetInt32(1));
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
