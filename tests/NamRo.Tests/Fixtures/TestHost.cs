using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NamRo.Administration.Contracts;
using NamRo.Host;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(TestHost))]

namespace NamRo.Tests.Fixtures;

/// <summary>The real host on a free port over a real PostgreSQL, once per run. Each test makes its own ward.</summary>
public sealed class TestHost : IAsyncLifetime
{
    private readonly string files = Directory.CreateTempSubdirectory("namro-tests-files-").FullName;

    private readonly IReadOnlyDictionary<string, string?> settings;

    private WebApplication? application;

    /// <summary>Created by xunit for the whole run; a test that crashes its PostgreSQL makes one of its own.</summary>
    public TestHost()
        : this(new TestCluster())
    {
    }

    /// <param name="settings">Added to the configuration.</param>
    internal TestHost(TestCluster cluster, IReadOnlyDictionary<string, string?>? settings = null) =>
        (Cluster, this.settings) = (cluster, settings ?? new Dictionary<string, string?>());

    public TestCluster Cluster { get; }

    public MovableTime Time { get; } = new();

    public string FilesDirectory => files;

    public Uri Address { get; private set; } = new("http://localhost");

    public IServiceProvider Services => application!.Services;

    public async ValueTask InitializeAsync()
    {
        application = WebRole.Build(["--applicationName", "namro-host", "--urls", "http://127.0.0.1:0"], HostArguments.Parse(["web"]), Adjust);
        await MigrateRole.MigrateAsync(Services, CancellationToken.None);
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IInstallation>().RunAsync(CancellationToken.None);
        }

        await application.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await application!.DisposeAsync();
        Cluster.Dispose();
        Directory.Delete(files, recursive: true);
    }

    public Browser NewBrowser() => new(Address);

    /// <summary>Another process of the product on the same database and files.</summary>
    /// <param name="role">web or worker.</param>
    /// <param name="settings">Beside the usual, in the names of environment variables.</param>
    public Task<HostProcess> RunAsync(string role, IEnumerable<KeyValuePair<string, string>>? settings = null) => HostProcess.StartAsync([role],
        [
            new("DOTNET_ENVIRONMENT", "Test"), new("ASPNETCORE_ENVIRONMENT", "Test"), new("ConnectionStrings__Database", Cluster.Connection("namro_app")),
            new("Files__Directory", FilesDirectory), new("Logging__LogLevel__Default", "Critical"), .. settings ?? [],
        ]);

    private void Adjust(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Database"] = Cluster.Connection("namro_app") + ";Maximum Pool Size=40",
            ["ConnectionStrings:Owner"] = Cluster.Connection("namro_owner"),
            ["Files:Directory"] = files,
            ["Webhooks:AllowedHosts:0"] = "127.0.0.1",
            ["Api:RequestsPerMinute"] = "1000000",
            ["Sharing:Seconds"] = "0",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
            ["Logging:LogLevel:NamRo.Kernel.Jobs"] = "None",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders().AddConsole();
        builder.Services.AddSchedule("test.nightly", Rhythm.DailyAt(1, 0), slot => new TestWork(TestWork.IdOf(slot.Date)), CatchUp.Each);
        builder.Services.AddJob<TestWork, TestWorkJob>("test.work").AddSubscriber<TestHappened, TestSubscriber>();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
    }
}
