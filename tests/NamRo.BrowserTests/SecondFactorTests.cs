using Microsoft.Playwright;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>A person protects their account with an authenticator application, then signs in with it.</summary>
public sealed class SecondFactorTests(BrowserFixture fixture, TestHost host)
{
    [Fact]
    public async Task Enable_ThenSignIn_WithCodesOfTheApplication()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync();
        await using var visit = await GivePasswordAsync(name);
        await Expect(visit.Page.Locator(".sidebar")).ToHaveCountAsync(1);
        await visit.OpenAsync("/tai-khoan");
        await visit.CheckPageAsync("account");
        await ClickAsync(visit, "Bật xác thực hai lớp");
        await Expect(visit.Page.Locator("main svg[role=img]")).ToBeVisibleAsync();
        await visit.CheckPageAsync("enable-second-factor");
        var application = new Authenticator(await visit.Page.Locator("main code").InnerTextAsync());
        await visit.Page.GetByLabel("Mã 6 số trong ứng dụng").FillAsync(application.Code());
        await ClickAsync(visit, "Bật xác thực hai lớp");
        await Expect(visit.Page.Locator("main li code")).ToHaveCountAsync(10);
        await visit.CheckPageAsync("recovery-codes");

        await using var later = await GivePasswordAsync(name);
        await Expect(later.Page.GetByLabel("Mã xác thực hoặc mã dự phòng")).ToBeVisibleAsync();
        await later.CheckPageAsync("verify-second-factor");
        await later.Page.GetByLabel("Mã xác thực hoặc mã dự phòng").FillAsync(application.Code());
        await ClickAsync(later, "Xác nhận");
        await Expect(later.Page.Locator(".sidebar")).ToHaveCountAsync(1);
    }

    private async Task<Visit> GivePasswordAsync(string name)
    {
        var visit = await Visit.StartAsync(fixture, address: host.Address);
        await visit.GivePasswordAsync(name);
        return visit;
    }

    private static Task ClickAsync(Visit visit, string button) =>
        visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
