using Microsoft.Playwright;

namespace NamRo.Benchmarks.Plans;

/// <summary>A signed-in person at a screen of 1366 x 820 in Chromium.</summary>
internal sealed class BenchScreen
{
    private const int LongestMilliseconds = 120_000;

    /// <summary>
    /// Waits for a key, then until another row is in hand and has been painted (in the first frame the change is made, before the second it
    /// is on the screen), and until its source has come.
    /// </summary>
    private const string WatchScript = """
        () => {
          const before = document.querySelector("[data-row][aria-current]");
          const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const late = new Promise(done => setTimeout(() => done(20000), 20000));
          window.move = new Promise(done => addEventListener("keydown", async ({ timeStamp }) => {
            const lit = new Promise(shown => document.addEventListener("turbo:frame-load", ({ target }) => {
              if (target.id === "source") shown(performance.now() - timeStamp);
            }));
            do await painted(); while (document.querySelector("[data-row][aria-current]") === before && performance.now() - timeStamp < 20000);
            done([performance.now() - timeStamp, await Promise.race([lit, late])]);
          }, { once: true, capture: true }));
        }
        """;

    private readonly IPage page;

    private BenchScreen(IPage page) => this.page = page;

    public static async Task<BenchScreen> OpenAsync(IBrowser chromium, Uri address, BenchVisitor person)
    {
        var profile = await chromium.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1366, Height = 820 } });
        await profile.AddCookiesAsync(person.Cookies.GetAllCookies().Select(cookie =>
            new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.ToString() }));
        profile.SetDefaultTimeout(LongestMilliseconds);
        return new BenchScreen(await profile.NewPageAsync());
    }

    public async Task PrintAsync(string html, string file)
    {
        await page.GotoAsync("about:blank");
        await page.SetContentAsync(html);
        await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
    }

    /// <returns>Address of the plan.</returns>
    public async Task<string> UploadAsync(string file)
    {
        await page.GotoAsync("/ke-hoach/tai-len");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/ke-hoach/[0-9a-f-]{36}$"));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Milliseconds from asking for the page until its rows are painted.</summary>
    public async Task<double> OpenReviewAsync(string plan)
    {
        await page.GotoAsync("about:blank");
        await page.GotoAsync(plan + "/duyet?xep=van-ban", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return await page.EvaluateAsync<double>("""
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
              done(document.querySelector("[data-row][aria-current]") ? performance.now() : 99999))))
            """);
    }

    /// <summary>Goes down row by row; milliseconds until the row is painted, and until its source is.</summary>
    public async Task<(List<double> Shown, List<double> Source)> MoveAsync(int times)
    {
        var (shown, source) = (new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            await page.EvaluateAsync(WatchScript);
            await page.Keyboard.PressAsync("ArrowDown");
            var took = await page.EvaluateAsync<double[]>("() => window.move");
            shown.Add(took[0]);
            source.Add(took[1]);
        }

        return (shown, source);
    }

    /// <summary>Presses a key on a page and waits for the page after it.</summary>
    public async Task PressAsync(string path, string key)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync(key), answer => answer.Request.Method == "GET" && answer.Url.Contains("/duyet", StringComparison.Ordinal));
    }

    /// <summary>Presses the button of a form and waits for an address.</summary>
    public async Task ClickAsync(string path, string button, string address)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync(address);
    }
}
