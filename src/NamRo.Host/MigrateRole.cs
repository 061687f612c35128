using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using Npgsql;

namespace NamRo.Host;

/// <summary>Brings the database up to date, then fills what a new one needs. Prints the administrator's one-time password once.</summary>
internal static class MigrateRole
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(WithoutRoles(args));
        builder.Logging.ClearProviders();
        builder.Services.AddModules(InstalledModules.Catalogue, builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        using var host = builder.Build();
        await MigrateAsync(host.Services, CancellationToken.None);

        await using var scope = host.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<IInstallation>().RunAsync(CancellationToken.None);
        Write(report.Lines);
        if (args.Contains("--demo"))
        {
            await using var demo = host.Services.CreateAsyncScope();
            Write((await demo.ServiceProvider.GetRequiredService<IDemoInstallation>().RunAsync(CancellationToken.None)).Lines);
            await AddDemoContentAsync(host.Services);
        }

        return 0;
    }

    /// <summary>Applies missing migrations as the owner (ConnectionStrings:Owner, by default the application's own).</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var application = configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("No database is configured (ConnectionStrings:Database).");
        var owner = configuration.GetConnectionString("Owner") ?? application;
        var role = new NpgsqlConnectionStringBuilder(application).Username ?? Environment.UserName;
        var applied = await services.GetRequiredService<Migrator>().MigrateAsync(owner, role, cancel);
        Write(applied.Select(name => $"  + {name}"));
    }

    private static async Task AddDemoContentAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var content in scope.ServiceProvider.GetServices<IDemoContent>())
        {
            Write((await content.AddAsync(CancellationToken.None)).Lines);
        }
    }

    private static string[] WithoutRoles(string[] args) =>
        [.. args.SkipWhile(word => !word.StartsWith('-')).Where(word => word != "--demo")];

    private static void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }
}
