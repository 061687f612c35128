using System.Net;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class SignInTests(TestHost host)
{
    [Fact]
    public async Task Get_WithoutSignIn_LeadsToTheFormAndBack()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = host.NewBrowser();

        var sent = await browser.GetAsync("/quan-tri/don-vi");
        var form = await browser.FollowAsync(sent);
        var answer = await SubmitAsync(browser, form, await ward.AddPersonAsync(), TestWard.Password);

        Assert.Equal("/quan-tri/don-vi", answer.Location);
        Assert.Contains(ward.Name, (await browser.GetAsync("/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_InEnglish_SpeaksEnglish()
    {
        using var browser = host.NewBrowser();
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"), new Dictionary<string, string> { ["Language"] = "en" },
            "form[action='/tuy-chon']");

        Assert.Contains("User name", (await browser.GetAsync("/dang-nhap")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongPassword_TellsNothingAboutTheAccount()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = host.NewBrowser();
        var form = await browser.GetAsync("/dang-nhap");

        var wrong = await SubmitAsync(browser, form, await ward.AddPersonAsync(), "Sai-mat-khau-0000");
        var unknown = await SubmitAsync(browser, form, "khong-co-ai", "Sai-mat-khau-0000");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("không đúng", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("không đúng", unknown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FiveFailures_LockTheAccountForFifteenMinutes()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync();
        using var browser = host.NewBrowser();
        var form = await browser.GetAsync("/dang-nhap");
        for (var i = 0; i < 5; i++)
        {
            await SubmitAsync(browser, form, name, "Sai-mat-khau-0000");
        }

        var answer = await SubmitAsync(browser, form, name, TestWard.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("khóa 15 phút", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ReturnToForeignAddress_IsIgnored()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = host.NewBrowser();

        var answer = await SubmitAsync(browser, await browser.GetAsync("/dang-nhap?ve=https%3A%2F%2Fevil.example"), await ward.AddPersonAsync(), TestWard.Password);

        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSession()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var copy = browser.Cookies();

        await browser.SubmitAsync(await browser.GetAsync("/dang-xuat"), new Dictionary<string, string>());
        using var thief = host.NewBrowser();
        thief.Use(copy);

        Assert.StartsWith("/dang-nhap", Path(await browser.GetAsync("/")), StringComparison.Ordinal);
        Assert.StartsWith("/dang-nhap", Path(await thief.GetAsync("/")), StringComparison.Ordinal);
    }

    private string Path(Page page) => new Uri(host.Address, page.Location ?? page.Path).AbsolutePath;

    private static Task<Page> SubmitAsync(Browser browser, Page form, string name, string password) =>
        browser.SubmitAsync(form, new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = password });
}
