using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class WardTests(TestHost host)
{
    [Fact]
    public async Task Post_OpenWard_GivesItOrgansAndAnAdministratorAndLetsTheCityIn()
    {
        using var city = await (await CityAsync()).SignInAsync(BuiltInRole.CityAdmin);
        var list = await city.GetAsync("/quan-tri/phuong-xa");
        var open = list.Document.QuerySelector("a[href$='/mo']")!.GetAttribute("href")!;

        var answer = await city.SubmitAsync(await city.GetAsync(open), new Dictionary<string, string>
        {
            ["Input.AdministratorName"] = "Đỗ Thị Khánh",
            ["Input.UserName"] = "khanh" + Guid.CreateVersion7().ToString("N")[20..],
        });
        var again = await city.GetAsync("/quan-tri/phuong-xa");
        var name = answer.Document.QuerySelector("header.page-header p")!.TextContent;
        var ward = again.Document.QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains(name, StringComparison.Ordinal))
            .QuerySelector("input[name=ward]")!.GetAttribute("value")!;
        var entered = await city.SubmitAsync(await city.GetAsync("/quan-tri/phuong-xa"), new Dictionary<string, string> { ["ward"] = ward },
            "form[action='/doi-phuong']");

        Assert.Contains("dùng một lần", answer.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        Assert.Contains("Trung tâm Phục vụ hành chính công", (await city.GetAsync("/quan-tri/don-vi")).Words, StringComparison.Ordinal);
        Assert.Contains("Vào làm việc trong phường, xã", (await city.GetAsync("/quan-tri/nhat-ky")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SwitchToAWardOfOthers_IsNotFound()
    {
        var other = await TestWard.CreateAsync(host);
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var form = await browser.GetAsync("/doi-mat-khau");
        var token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync("/doi-phuong", [new("ward", other.Id.ToString()), new("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(ward.Name, (await browser.GetAsync("/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EndOtherSessions_SignsThemOut()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync();
        using var office = host.NewBrowser();
        using var home = host.NewBrowser();
        foreach (var browser in new[] { office, home })
        {
            await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
                new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = TestWard.Password });
        }

        await office.SubmitAsync(await office.GetAsync("/tai-khoan"), new Dictionary<string, string>(), "main form[action*='EndOthers']");

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/tai-khoan")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await home.GetAsync("/tai-khoan")).Status);
    }

    [Fact]
    public async Task Post_CalendarDay_IsKeptByTheCityOnly()
    {
        using var city = await (await CityAsync()).SignInAsync(BuiltInRole.CityAdmin);
        using var ward = await (await TestWard.CreateAsync(host)).SignInAsync();

        var answer = await city.SubmitAsync(await city.GetAsync("/quan-tri/lich-lam-viec"),
            new Dictionary<string, string> { ["Input.Date"] = "2030-02-04", ["Input.Note"] = "Tết Nguyên đán" });

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var seen = await ward.GetAsync("/quan-tri/lich-lam-viec");
        Assert.Contains("04/02/2030", seen.Words, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("main form"));
    }

    private async Task<TestWard> CityAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        var city = await database.Set<WardRecord>().SingleAsync(row => row.Kind == WardRecord.CityKind);
        return TestWard.Of(host, city.Id, city.Name);
    }
}
