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

namespace NamRo.Benchmarks;

/// <summary>The real host, web and worker, over a PostgreSQL of its own; both are gone when it is disposed.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly string directory;
    private readonly WebApplication application;

    private BenchHost(string directory, WebApplication application) => (this.directory, this.application) = (directory, application);

    public IServiceProvider Services => application.Services;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="settings">Options of the PostgreSQL server; none: as Debian has it.</param>
    public static async Task<BenchHost> StartAsync(string settings = "")
    {
        var place = Directory.CreateTempSubdirectory("namro-bench-").FullName;
        Script("start", place, settings);
        var host = new BenchHost(place, Build(place));
        await MigrateRole.MigrateAsync(host.Services, CancellationToken.None);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IInstallation>().RunAsync(CancellationToken.None);
        }

        await host.application.StartAsync();
        return host;
    }

    public string Connection(string user) => $"Host={directory}/run;Username={user};Database=namro";

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        Script("stop", directory, "");
        Directory.Delete(directory, recursive: true);
    }

    private static WebApplication Build(string directory)
    {
        string[] args = ["--applicationName", "namro-host", "--urls", "http://127.0.0.1:0"];
        return WebRole.Build(args, HostArguments.Parse(["web", "worker"]), builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Database"] = $"Host={directory}/run;Username=namro_app;Database=namro;Maximum Pool Size=40",
                ["ConnectionStrings:Owner"] = $"Host={directory}/run;Username=namro_owner;Database=namro",
                ["Files:Directory"] = Path.Combine(directory, "files"),
                ["Logging:LogLevel:Default"] = "Error",
            });
            builder.WebHost.UseStaticWebAssets();
            builder.Logging.ClearProviders().AddConsole();
        });
    }

    private static void Script(string command, string directory, string settings)
    {
        var start = new ProcessStartInfo("bash", ["scripts/postgres.sh", command, directory]) { UseShellExecute = false };
        start.Environment["NAMRO_POSTGRES_SETTINGS"] = settings;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL could not {command}.");
        }
    }
}
