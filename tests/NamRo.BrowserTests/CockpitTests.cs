using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Cockpit;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>The leaders' pages with a year under way.</summary>
public sealed class CockpitTests(BrowserFixture fixture, TestHost host)
{
    private static readonly string[] Pages = ["/", "/hop", "/hop?trang=2", "/hop?trang=3", "/hop?trang=4", "/hop?trang=5", "/ban-tin-tuan", "/danh-gia",
        "/cach-tinh", "/cach-tinh/cap-nhat-hang-thang?phan=con-lai", "/suc-khoe-du-lieu"];

    [Theory]
    [InlineData(1366, false)]
    [InlineData(360, false)]
    [InlineData(1366, true)]
    public async Task EveryPage_OfTheLeader_IsAccessibleAndFits(int width, bool isDark)
    {
        var ward = await DeskWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, BuiltInRole.Leader, width, isDark);
        foreach (var page in Pages)
        {
            await visit.OpenAsync(page);
            var name = page.Trim('/').Replace('/', '-').Replace("?trang=", "-", StringComparison.Ordinal).Split('?')[0];
            await visit.CheckPageAsync($"cockpit-{(name.Length == 0 ? "desk" : name)}-{width}{(isDark ? "-dark" : "")}");
        }
    }

    [Fact]
    public async Task Meeting_ArrowKeys_TurnThePages()
    {
        var ward = await DeskWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, BuiltInRole.Leader, 1366, isDark: false);
        await visit.OpenAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Chế độ họp" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/hop*");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nhiệm vụ, chỉ tiêu");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Đang vướng ở đâu, vì sao");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nhiệm vụ, chỉ tiêu");
    }

    [Fact]
    public async Task WeeklyNote_Printed_FitsOnePage()
    {
        var ward = await DeskWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, BuiltInRole.Leader, 1366, isDark: false);
        await visit.OpenAsync("/ban-tin-tuan");
        var sheet = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
        var text = System.Text.Encoding.Latin1.GetString(sheet);
        Assert.Equal(1, text.Split("/Type /Page\n").Length - 1);
    }

    [Fact]
    public async Task City_AFigure_LeadsToTheWardAndItsPlan()
    {
        var ward = await DeskWard.CreateAsync(host);
        var record = await ward.ReadAsync(database => database.Set<WardRecord>().FirstAsync(row => row.Kind == WardRecord.CityKind));
        await using var visit = await SignInAsync(TestWard.Of(host, record.Id, record.Name), BuiltInRole.CityViewer, 1366, isDark: false);
        await visit.OpenAsync("/thanh-pho");
        await visit.CheckPageAsync("cockpit-city");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = ward.Name }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(ward.Name);
        await visit.CheckPageAsync("cockpit-city-ward");
        await visit.OpenAsync("/ca-nuoc");
        await visit.CheckPageAsync("cockpit-nation");
    }

    [Fact]
    public async Task City_AFigure_LeadsToItsEvidenceAndItsLine()
    {
        var ward = await CityFigures.GiveAsync(host);
        var record = await ward.ReadAsync(database => database.Set<WardRecord>().FirstAsync(row => row.Kind == WardRecord.CityKind));
        await using var visit = await SignInAsync(TestWard.Of(host, record.Id, record.Name), BuiltInRole.CityViewer, 1366, isDark: false);
        await visit.OpenAsync("/thanh-pho?chi-tieu=TTHC-04");
        await visit.Page.Locator($"main td a[href^='/thanh-pho/{ward.Id:N}#t-']").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(ward.Name);
        await Expect(visit.Page.Locator("main blockquote")).ToContainTextAsync("trang 3");
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "bao-cao.pdf" }).ClickAsync());
        Assert.Equal("bao-cao.pdf", file.SuggestedFilename);
    }

    private async Task<Visit> SignInAsync(TestWard ward, string role, int width, bool isDark) =>
        await Visit.SignedInAsync(fixture, host, await ward.AddPersonAsync(role), width, isDark);
}
