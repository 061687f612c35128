using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NamRo.Administration;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>The secretariat brings a plan in and reviews it without a mouse; a leader publishes it.</summary>
public sealed class PlanTests(BrowserFixture fixture, TestHost host)
{
    /// <summary>Lets the head of an answer arrive at once and its text a moment later, as on a slow line.</summary>
    private const string SlowBodies = """
        const quick = window.fetch;
        window.fetch = async (address, options) => {
          const answer = await quick(address, options);
          const whole = answer.clone().text();
          whole.catch(() => {});
          answer.clone = () => answer;
          answer.text = () => new Promise((give, fail) => {
            options.signal?.addEventListener("abort", () => fail(options.signal.reason));
            whole.then(text => setTimeout(() => give(text), 300), fail);
          });
          return answer;
        };
        """;

    [Theory]
    [InlineData("000_plan.pdf", 1366)]
    [InlineData("002_plan.docx", 1366)]
    [InlineData("003_scan200.pdf", 1366)]
    [InlineData("004_chromium.pdf", 360)]
    [InlineData("004_table.xlsx", 1366)]
    public async Task Upload_ReviewByKeyboard_Publish(string file, int width)
    {
        var name = Path.GetFileNameWithoutExtension(file) + "-" + width;
        var ward = await TestWard.CreateAsync(host);
        await AddUnitsAsync(ward);
        await using var visit = await SignInAsync(ward, BuiltInRole.Secretariat, width);
        var plan = await UploadAsync(visit, file);
        await visit.OpenAsync(plan + "/duyet");
        await visit.CheckPageAsync($"review-{name}");

        await AcceptTabAsync(visit, plan, "nhiem-vu", name);
        await AcceptTabAsync(visit, plan, "chi-tieu", name);
        await visit.OpenAsync(plan + "/duyet?muc=loi-van");
        await visit.CheckPageAsync($"review-narrative-{name}");
        await PressAsync(visit, "Shift+Delete", ".review-row.pending");
        await SettleFindingsAsync(visit, plan, name);

        await using var leader = await SignInAsync(ward, BuiltInRole.Leader, width);
        await leader.OpenAsync(plan + "/cong-bo");
        await leader.CheckPageAsync($"publish-{name}");
        await leader.Page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Công bố" }).ClickAsync();
        await Expect(leader.Page.Locator("#main")).ToContainTextAsync("công bố lúc");
        await leader.CheckPageAsync($"plan-{name}");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Review_MovedOnWhileTheSourceArrives_ShowsTheLast()
    {
        var ward = await TestWard.CreateAsync(host);
        await AddUnitsAsync(ward);
        await using var visit = await SignInAsync(ward, BuiltInRole.Secretariat, 1366);
        var plan = await UploadAsync(visit, "004_table.xlsx");
        await visit.Page.AddInitScriptAsync(SlowBodies);
        await visit.OpenAsync(plan + "/duyet?muc=nhiem-vu");
        var rows = visit.Page.Locator("[data-review] [data-row]");
        for (var move = 1; move < 4; move++)
        {
            await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Keyboard.PressAsync("ArrowDown"), answer => answer.Ok);
        }

        await Expect(rows.Nth(3)).ToHaveAttributeAsync("aria-current", "true");
        var last = await rows.Nth(3).GetAttributeAsync("data-row");
        await Expect(visit.Page.Locator("#source[complete]")).ToHaveAttributeAsync("src", new Regex($"{last}$"));
        visit.AssertQuiet();
    }

    private async Task<string> UploadAsync(Visit visit, string file)
    {
        await visit.OpenAsync("/ke-hoach/tai-len");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(Repository.Root, "tests", "data", "samples", file));
        await visit.Page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
        var done = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Rà soát" });
        await Expect(visit.Page.GetByText("Đang đọc kế hoạch").Or(done).First).ToBeVisibleAsync();
        using (var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services))
        {
            while (await worker.RunNextAsync(CancellationToken.None))
            {
            }
        }

        await Expect(done).ToBeVisibleAsync();
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    /// <summary>All certain rows in one stroke, then row by row.</summary>
    private static async Task AcceptTabAsync(Visit visit, string plan, string tab, string name)
    {
        await visit.OpenAsync($"{plan}/duyet?muc={tab}");
        var open = visit.Page.Locator(".review-row.pending");
        if (await visit.Page.Locator("#review-foot button[data-key='Shift+Enter']:not([disabled])").CountAsync() > 0)
        {
            await PressAsync(visit, "Shift+Enter", ".review-row.pending.certain");
        }

        for (var count = await open.CountAsync(); count > 0; count--)
        {
            await Expect(visit.Page.Locator(".review-row.pending[aria-current]")).ToHaveCountAsync(1);
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(open).ToHaveCountAsync(count - 1);
        }

        await visit.CheckPageAsync($"review-{tab}-done-{name}");
    }

    private static async Task PressAsync(Visit visit, string key, string gone)
    {
        await visit.Page.Keyboard.PressAsync(key);
        await Expect(visit.Page.Locator(gone)).ToHaveCountAsync(0);
    }

    private static async Task SettleFindingsAsync(Visit visit, string plan, string name)
    {
        await visit.OpenAsync(plan + "/duyet?muc=can-xem");
        await visit.CheckPageAsync($"review-findings-{name}");
        var open = visit.Page.Locator(".review-finding.open");
        for (var count = await open.CountAsync(); count > 0; count--)
        {
            await open.First.GetByRole(AriaRole.Button, new() { Name = "Đã xử lý" }).ClickAsync();
            await Expect(open).ToHaveCountAsync(count - 1);
        }
    }

    private static Task AddUnitsAsync(TestWard ward) => ward.InsideAsync(async (database, services) =>
    {
        foreach (var unit in StandardUnits.For("phuong", services.GetRequiredService<WardClock>()))
        {
            database.Add(unit);
            services.GetRequiredService<EventLog>().Record(new UnitCreated(new EventSubject("OrgUnit", unit.Id, unit.Name)));
        }

        await database.SaveChangesAsync();
    });

    private async Task<Visit> SignInAsync(TestWard ward, string role, int width) =>
        await Visit.SignedInAsync(fixture, host, await ward.AddPersonAsync(role), width);
}
