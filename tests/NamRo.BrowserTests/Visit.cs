using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>One person at one screen; remembers everything the browser complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>A page may be scanned or drawn on the way, and other tests share the processors.</summary>
    private const int PatienceMilliseconds = 120_000;

    private const int PauseMilliseconds = 50;

    private readonly IBrowserContext context;

    static Visit() => SetDefaultExpectTimeout(PatienceMilliseconds);

    private Visit(IBrowserContext context, IPage page, List<string> complaints)
    {
        this.context = context;
        Page = page;
        Complaints = complaints;
    }

    public IPage Page { get; }

    /// <summary>Console errors and script failures; an answer of 422 is not one, though the browser reports it.</summary>
    public List<string> Complaints { get; }

    public static async Task<Visit> StartAsync(BrowserFixture fixture, int width = 1366, bool isDark = false, bool hasScript = true,
        Uri? address = null)
    {
        var profile = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = address?.ToString() ?? fixture.Address,
            ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 820 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            Locale = "vi-VN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        profile.SetDefaultTimeout(PatienceMilliseconds);
        var page = await profile.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 422", StringComparison.Ordinal))
                complaints.Add($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => complaints.Add(error);
        return new Visit(profile, page, complaints);
    }

    /// <summary>A visit to the running host of someone who has signed in.</summary>
    public static async Task<Visit> SignedInAsync(BrowserFixture fixture, TestHost host, string userName, int width = 1366, bool isDark = false)
    {
        var visit = await StartAsync(fixture, width, isDark, address: host.Address);
        await visit.GivePasswordAsync(userName);
        await Expect(visit.Page.Locator(".sidebar")).ToHaveCountAsync(1);
        return visit;
    }

    /// <summary>What every sign-in begins with; a second factor may follow.</summary>
    public async Task GivePasswordAsync(string userName)
    {
        await OpenAsync("/dang-nhap");
        await Page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await Page.GetByLabel("Mật khẩu").FillAsync(TestWard.Password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
    }

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
    }

    /// <summary>Waits until <paramref name="expression"/> holds in the page. Playwright's own wait evaluates text again and again, which the page's policy forbids.</summary>
    public async Task WaitUntilAsync(string expression)
    {
        using var limit = new CancellationTokenSource(PatienceMilliseconds);
        while (!await Page.EvaluateAsync<bool>(expression))
        {
            Assert.False(limit.IsCancellationRequested, $"Never true: {expression}");
            await Page.WaitForTimeoutAsync(PauseMilliseconds);
        }
    }

    /// <summary>Fails with a list of what axe found against WCAG 2.2 AA.</summary>
    public async Task AssertAccessibleAsync()
    {
        // Where the bar at the top covers a control by chance, axe finds its target too small.
        await Page.EvaluateAsync("scrollTo(0, 0)");
        var tags = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = tags, ResultTypes = [ResultType.Violations] });
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(Describe)));
    }

    /// <summary>Fails with every complaint of the console.</summary>
    public void AssertQuiet() => Assert.True(Complaints.Count == 0, string.Join('\n', Complaints));

    public async Task SaveScreenshotAsync(string name)
    {
        var folder = Path.Combine(Repository.Root, "out", "screenshots");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>The whole check of a page: kept as a picture, accessible, fits its width, no complaint so far.</summary>
    public async Task CheckPageAsync(string name)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await SaveScreenshotAsync(name);
        await AssertAccessibleAsync();
        AssertQuiet();
        var unrendered = await Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('*')].map(node => node.localName).filter(name => name.startsWith('ui-'))");
        Assert.True(unrendered.Length == 0, $"{name}: tag helpers were not imported: {string.Join(' ', unrendered.Distinct())}");
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow == 0, $"{name} is {overflow} pixels wider than its window.");
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
    }

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help}\n" + string.Join('\n', item.Nodes.Take(6).Select(node => $"   {node.Html}"));
}
