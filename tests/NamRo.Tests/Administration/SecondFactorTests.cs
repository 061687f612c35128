using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class SecondFactorTests(TestHost host)
{
    private const string EnablePath = "/tai-khoan/xac-thuc-hai-lop";
    private const string WrongRecoveryCode = "AAAAA-AAAAA";

    [Fact]
    public async Task Enable_RightCode_ShowsTenRecoveryCodesOnceAndIsLogged()
    {
        var person = await EnableAsync();
        using var browser = person.Browser;

        Assert.Equal(10, person.RecoveryCodes.Count);
        Assert.Contains("Còn 10 mã dự phòng", (await browser.GetAsync("/tai-khoan")).Words, StringComparison.Ordinal);
        Assert.Equal("/tai-khoan", (await browser.GetAsync(EnablePath)).Location);
        Assert.Contains(await person.Ward.EventsAsync(), row => row.Kind == "SecondFactorEnabled");
    }

    [Fact]
    public async Task Enable_PageOfTheKey_HasSymbolAndNoInlineStyle()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var page = await BeginAsync(browser);

        Assert.NotNull(page.Document.QuerySelector("svg[role=img] path[d]"));
        Assert.DoesNotContain("style=", page.Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enable_WrongCode_IsRefusedAndStaysOff()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await browser.SubmitAsync(await BeginAsync(browser), Code("12"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Bật xác thực hai lớp", (await browser.GetAsync("/tai-khoan")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enable_Twice_KeepsTheFirstKey()
    {
        var person = await EnableAsync();
        using var browser = person.Browser;
        var form = await browser.GetAsync("/tai-khoan/ma-du-phong");

        var answer = await browser.SubmitAsync(form with { Path = EnablePath + "?handler=Begin" }, Password(""));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task SignIn_WithCode_OpensThePageAskedFor()
    {
        var person = await EnableAsync();
        using var browser = host.NewBrowser();

        var step = await GivePasswordAsync(browser, person.UserName, "?ve=%2Fquan-tri%2Fdon-vi");
        var answer = await browser.SubmitAsync(step, Code(person.Application.Code()));

        Assert.Equal("/quan-tri/don-vi", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tai-khoan")).Status);
    }

    [Fact]
    public async Task SignIn_PasswordAlone_OpensNothing()
    {
        var person = await EnableAsync();
        using var browser = host.NewBrowser();
        await GivePasswordAsync(browser, person.UserName);

        var answer = await browser.GetAsync("/tai-khoan");

        Assert.Contains("/dang-nhap", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_SecondStepWithoutPassword_LeadsToTheFirst()
    {
        using var browser = host.NewBrowser();

        Assert.Equal("/dang-nhap", (await browser.GetAsync("/dang-nhap/xac-thuc")).Location);
    }

    [Fact]
    public async Task SignIn_CodeUsedBefore_IsRefused()
    {
        var person = await EnableAsync();
        var code = person.Application.Code();
        using var first = host.NewBrowser();
        await first.SubmitAsync(await GivePasswordAsync(first, person.UserName), Code(code));
        using var second = host.NewBrowser();

        var answer = await second.SubmitAsync(await GivePasswordAsync(second, person.UserName), Code(code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task SignIn_FiveWrongCodes_LockTheAccount()
    {
        var person = await EnableAsync();
        using var browser = host.NewBrowser();
        var step = await GivePasswordAsync(browser, person.UserName);
        for (var i = 0; i < 5; i++)
        {
            var wrong = await browser.SubmitAsync(step, Code(WrongRecoveryCode));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        }

        var answer = await browser.SubmitAsync(step, Code(person.Application.Code()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("khóa 15 phút", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_RecoveryCode_WorksOnce()
    {
        var person = await EnableAsync();
        using var first = host.NewBrowser();
        var typed = person.RecoveryCodes[3].Replace("-", " ", StringComparison.Ordinal);

        var accepted = await first.SubmitAsync(await GivePasswordAsync(first, person.UserName), Code(typed));
        using var second = host.NewBrowser();
        var refused = await second.SubmitAsync(await GivePasswordAsync(second, person.UserName), Code(typed));

        Assert.Equal("/", accepted.Location);
        Assert.Contains("Còn 9 mã dự phòng", (await first.GetAsync("/tai-khoan")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Renew_EndsTheOldCodes()
    {
        var person = await EnableAsync();
        using var browser = person.Browser;

        var page = await browser.SubmitAsync(await browser.GetAsync("/tai-khoan/ma-du-phong"), Password(TestWard.Password));

        Assert.Equal(10, CodesOn(page).Count);
        Assert.Empty(CodesOn(page).Intersect(person.RecoveryCodes));
    }

    [Fact]
    public async Task Disable_AsksForThePassword_ThenPasswordAloneSignsIn()
    {
        var person = await EnableAsync();
        using var browser = person.Browser;
        var form = await browser.GetAsync("/tai-khoan/tat-xac-thuc-hai-lop");

        var refused = await browser.SubmitAsync(form, Password("Sai-mat-khau-0000"));
        var done = await browser.SubmitAsync(form, Password(TestWard.Password));
        using var later = host.NewBrowser();
        var page = await GivePasswordAsync(later, person.UserName);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("/tai-khoan", done.Location);
        Assert.Equal("/", page.Path);
        Assert.Contains(await person.Ward.EventsAsync(), row => row.Kind == "SecondFactorDisabled");
    }

    [Fact]
    public async Task Secrets_InTheDatabase_AreNotReadable()
    {
        var person = await EnableAsync();
        person.Browser.Dispose();

        var tokens = await person.Ward.ReadAsync(database =>
            database.Set<IdentityUserToken<Guid>>().Select(row => row.Value).ToListAsync());

        Assert.DoesNotContain(tokens, value => value!.Contains(person.Key, StringComparison.Ordinal)
            || value.Contains(person.RecoveryCodes[0], StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Code(string code) => new() { ["Input.Code"] = code };

    private static Dictionary<string, string> Password(string password) => new() { ["Input.Password"] = password };

    private static List<string> CodesOn(Page page) => [.. page.Document.QuerySelectorAll("main li code").Select(code => code.TextContent)];

    private static async Task<Page> BeginAsync(Browser browser) => await browser.FollowAsync(await browser.SubmitAsync(
        await browser.GetAsync("/tai-khoan"), new Dictionary<string, string>(), $"form[action^='{EnablePath}']"));

    /// <summary>Gives back the page after the password: the second step, or the start page.</summary>
    private static async Task<Page> GivePasswordAsync(Browser browser, string name, string query = "") => await browser.FollowAsync(
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap" + query),
            new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = TestWard.Password }));

    private async Task<Enabled> EnableAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync();
        var browser = host.NewBrowser();
        await GivePasswordAsync(browser, name);
        var page = await BeginAsync(browser);
        var key = page.Document.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var application = new Authenticator(key);
        var done = await browser.SubmitAsync(page, Code(application.Code()));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        return new Enabled(ward, name, browser, key, application, CodesOn(done));
    }

    private sealed record Enabled(TestWard Ward, string UserName, Browser Browser, string Key, Authenticator Application,
        IReadOnlyList<string> RecoveryCodes);
}
