using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NamRo.Administration.Contracts;
using NamRo.Host;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Benchmarks;

/// <summary>
/// The product over a PostgreSQL of its own: its services to prepare with, and its program in processes of their own to measure. Everything
/// is stopped when it is disposed.
/// </summary>
internal sealed class BenchHost : IAsyncDisposable
{
    /// <summary>Settings of a PostgreSQL server that takes in a city or a country at once.</summary>
    public const string MuchData = "-c shared_buffers=2GB -c max_wal_size=8GB -c synchronous_commit=off -c maintenance_work_mem=1GB";

    private readonly bool isKept;
    private readonly WebApplication application;

    private BenchHost(string directory, bool isKept, WebApplication application) =>
        (Directory, this.isKept, this.application) = (directory, isKept, application);

    public string Directory { get; }

    public IServiceProvider Services => application.Services;

    /// <summary>Where this process serves; only of a host that runs.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The superuser, whom row-level security does not bind.</summary>
    public NpgsqlDataSource Owner { get; private set; } = null!;

    /// <param name="settings">Options of the PostgreSQL server; none: as Debian has it.</param>
    /// <param name="keep">Where the data stays and is found again; null: in a temporary place.</param>
    public static async Task<BenchHost> StartAsync(string settings, string? keep = null)
    {
        var place = keep is null ? System.IO.Directory.CreateTempSubdirectory("namro-bench-").FullName
            : System.IO.Directory.CreateDirectory(keep).FullName;
        Script("start", place, settings);
        string[] words = ["--applicationName", "namro-host", "--urls", "http://127.0.0.1:0"];
        var product = WebRole.Build(words, HostArguments.Parse(["web", "worker"]), builder =>
        {
            builder.Configuration.AddInMemoryCollection(Settings(place).Select(pair =>
                KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
            builder.WebHost.UseStaticWebAssets();
            builder.Logging.ClearProviders().AddConsole();
        });
        var host = new BenchHost(place, keep is not null, product)
        {
            Owner = NpgsqlDataSource.Create($"Host={place}/run;Username=postgres;Database=namro;Command Timeout=0"),
        };
        await MigrateRole.MigrateAsync(host.Services, CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IInstallation>().RunAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Serves and works in this process, from now on.</summary>
    public Task RunAsync() => application.StartAsync();

    /// <summary>Starts the program in a process of its own.</summary>
    /// <param name="now">Where its clock begins, in Vietnam: <c>2026-11-17T09:00</c>.</param>
    /// <param name="roles">web, worker.</param>
    public Task<HostProcess> RunAsync(string now, params string[] roles) =>
        HostProcess.StartAsync(roles, Settings(Directory).Append(KeyValuePair.Create("Clock__Now", now)));

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Owner.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await application.DisposeAsync();
        Script("stop", Directory, "");
        if (!isKept)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    private static Dictionary<string, string> Settings(string place) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Database"] = $"Host={place}/run;Username=namro_app;Database=namro;Maximum Pool Size=40",
        ["ConnectionStrings__Owner"] = $"Host={place}/run;Username=namro_owner;Database=namro",
        ["Files__Directory"] = Path.Combine(place, "files"),
        ["Logging__LogLevel__Default"] = "Error",
        ["Api__RequestsPerMinute"] = "1000000",
        ["DOTNET_ENVIRONMENT"] = "Bench",
        ["ASPNETCORE_ENVIRONMENT"] = "Bench",
    };

    private static void Script(string command, string place, string settings)
    {
        var start = new ProcessStartInfo("bash", ["scripts/postgres.sh", command, place]) { UseShellExecute = false };
        start.Environment["NAMRO_POSTGRES_SETTINGS"] = settings;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL could not {command}.");
        }
    }
}
