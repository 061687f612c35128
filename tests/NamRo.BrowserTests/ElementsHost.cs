using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Tenancy;
using NamRo.Ui;
using NamRo.Ui.Layout;

namespace NamRo.BrowserTests;

/// <summary>The interface alone, without a database: an invented person in an invented ward.</summary>
public static class ElementsHost
{
    private static readonly Guid PersonId = Guid.CreateVersion7();

    public static async Task<(WebApplication Host, string Address)> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            // The host's list of static files lies beside the tests; its own pages and modules are not used here.
            ApplicationName = "namro-host",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();
        AddServices(builder.Services);
        var host = builder.Build();
        host.UseUi();
        host.MapStaticAssets();
        host.MapRazorPages().WithStaticAssets();
        await host.StartAsync();
        return (host, host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddUi();
        services.AddRazorPages(options => options.RootDirectory = "/");
        services.AddSingleton(new ModuleCatalogue([new SampleModule()]));
        services.AddScoped(_ => SampleWard());
        services.AddScoped(_ => SamplePerson());
        services.AddScoped<ISearchSource, SampleSearch>();
        services.AddScoped<IMenuCounter, SampleCounter>();
        services.Configure<ShellOptions>(options =>
        {
            options.SignOutPath = "/dang-xuat";
            options.AccountPath = "/tai-khoan";
            options.NotificationsPath = "/thong-bao";
        });
    }

    private static CurrentWard SampleWard()
    {
        var ward = new CurrentWard();
        ward.Enter(Guid.CreateVersion7(), "Phường Mẫu");
        return ward;
    }

    private static CurrentUser SamplePerson()
    {
        var person = new CurrentUser();
        person.Become(new UserAccess(PersonId, null, "Nguyễn Văn An", [], [], new HashSet<string>()));
        return person;
    }

    private sealed class SampleModule : Module
    {
        public override string Schema => "sample";

        public override IEnumerable<MenuEntry> Menu =>
        [
            new("Bàn điều hành", "/elements", "layout-dashboard", 1) { EnglishTitle = "Overview" },
            new("Kế hoạch", "/ke-hoach", "file-text", 2) { EnglishTitle = "Plans" },
            new("Nhiệm vụ", "/nhiem-vu", "clipboard-check", 3) { EnglishTitle = "Tasks" },
            new("Chỉ tiêu", "/chi-tieu", "target", 4) { EnglishTitle = "Targets" },
            new("Đơn vị, cán bộ", "/quan-tri/don-vi", "building", 50, Group: "Quản trị"),
            new("Nhật ký", "/quan-tri/nhat-ky", "history", 51, Group: "Quản trị"),
            new("Ẩn", "/an", "lock", 52, Permission: "sample.hidden.read"),
        ];
    }

    private sealed class SampleCounter : IMenuCounter
    {
        public string Href => "/nhiem-vu";

        public Task<int> CountAsync(CancellationToken cancel) => Task.FromResult(5);
    }

    private sealed class SampleSearch : ISearchSource
    {
        public string Title => "Đơn vị";

        public int Order => 1;

        public string? Permission => null;

        public Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, CancellationToken cancel)
        {
            IReadOnlyList<SearchHit> hits = [new("Phòng Văn hóa - Xã hội", "/elements#lists", "47 việc", "building")];
            return Task.FromResult(text.StartsWith("ph", StringComparison.OrdinalIgnoreCase) ? hits : []);
        }
    }
}
