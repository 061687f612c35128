using Microsoft.Playwright;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>The real host with a real database: the first steps of a ward's administrator.</summary>
public sealed class WardTests(BrowserFixture fixture, TestHost host)
{
    [Theory]
    [InlineData(1366, false)]
    [InlineData(360, false)]
    [InlineData(1366, true)]
    public async Task SignIn_Page_IsAccessibleAndFits(int width, bool isDark)
    {
        await using var visit = await Visit.StartAsync(fixture, width, isDark, address: host.Address);
        await visit.OpenAsync("/dang-nhap");
        await visit.CheckPageAsync($"sign-in-{width}{(isDark ? "-dark" : "")}");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task SignIn_CreateUnit_IsInTheListAndInTheAudit(int width)
    {
        var ward = await TestWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, width);
        await visit.OpenAsync("/quan-tri/don-vi/moi");
        await visit.CheckPageAsync($"create-unit-{width}");
        await visit.Page.GetByLabel("Tên đơn vị").FillAsync("Phòng Văn hóa - Xã hội");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm đơn vị" }).ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Phòng Văn hóa - Xã hội");
        await visit.CheckPageAsync($"units-{width}");
        await visit.OpenAsync("/quan-tri/nhat-ky");
        await Expect(visit.Page.Locator("#main")).ToContainTextAsync("Phòng Văn hóa - Xã hội");
        await visit.CheckPageAsync($"audit-{width}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryMenuPage_AnyTheme_IsAccessibleAndQuiet(bool isDark)
    {
        var ward = await TestWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, 1366, isDark);
        var links = await visit.Page.Locator(".sidebar nav a").EvaluateAllAsync<string[]>(
            "links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links.Append("/tuy-chon").Append("/search?q=phong"))
        {
            await visit.OpenAsync(link);
            var name = link.Trim('/').Split('?')[0].Replace('/', '-');
            await visit.CheckPageAsync($"{(name.Length == 0 ? "home" : name)}{(isDark ? "-dark" : "")}");
        }
    }

    [Fact]
    public async Task Page_Unknown_SaysWhatToDo()
    {
        var ward = await TestWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, 1366);
        await visit.OpenAsync("/khong-co");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Không tìm thấy");
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("not-found");
    }

    private async Task<Visit> SignInAsync(TestWard ward, int width, bool isDark = false) =>
        await Visit.SignedInAsync(fixture, host, await ward.AddPersonAsync(), width, isDark);
}
