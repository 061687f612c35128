using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NamRo.BrowserTests.BrowserFixture))]
// A browser mostly waits: more pages than processors.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace NamRo.BrowserTests;

/// <summary>One Chromium and one running interface for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private WebApplication host = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the interface answers.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        (host, Address) = await ElementsHost.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumPath(),
            Headless = true,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>The build without windows where there is one: the other also draws its tabs and menus, unseen, for every page.</summary>
    private static string ChromiumPath()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return new[] { "chromium-headless-shell", "chromium" }.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed: apt-get install chromium-headless-shell");
    }
}
