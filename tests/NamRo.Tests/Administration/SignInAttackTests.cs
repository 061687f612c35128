using System.Net;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

/// <summary>Someone guesses passwords; the owner and the colleagues keep working.</summary>
public sealed class SignInAttackTests(TestHost host)
{
    private const int Attempts = 1_000;

    [Fact]
    public async Task ThousandGuesses_FromOneAddress_StopNobodyElsewhere()
    {
        var ward = await TestWard.CreateAsync(host);
        var (owner, colleague) = (await ward.AddPersonAsync(), await ward.AddPersonAsync());
        using var own = At("203.0.113.5");
        await SignInAsync(own, owner);
        await own.SubmitAsync(await own.GetAsync("/dang-xuat"), new Dictionary<string, string>());
        using var attacker = At("198.51.100.7");
        var form = await attacker.GetAsync("/dang-nhap");
        var told = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var answer = await attacker.SubmitAsync(form, Guess(owner, "Sai-mat-khau-" + attempt));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            told = answer.Words;
        }

        Assert.Contains("quá nhiều lần đăng nhập không thành công từ mạng này", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await attacker.SubmitAsync(form, Guess(colleague, TestWard.Password))).Status);
        Assert.InRange((await ward.EventsAsync()).Count(row => row.Kind == "SignInFailed"), 0, 100);

        // The owner, in the browser they have used before, though the account is locked for everyone else; a colleague anywhere else.
        await SignInAsync(own, owner);
        using var other = At("2001:db8:1::9");
        await SignInAsync(other, colleague);
        using var thief = At("203.0.113.99");
        var locked = await thief.SubmitAsync(await thief.GetAsync("/dang-nhap"), Guess(owner, TestWard.Password));
        Assert.Contains("tạm khóa 15 phút", locked.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnownBrowser_ThatGuessesItself_IsLockedToo()
    {
        var ward = await TestWard.CreateAsync(host);
        var owner = await ward.AddPersonAsync();
        using var own = At("203.0.113.6");
        await SignInAsync(own, owner);
        await own.SubmitAsync(await own.GetAsync("/dang-xuat"), new Dictionary<string, string>());
        var form = await own.GetAsync("/dang-nhap");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await own.SubmitAsync(form, Guess(owner, "Sai-mat-khau-0000"));
        }

        Assert.Contains("tạm khóa", (await own.SubmitAsync(form, Guess(owner, TestWard.Password))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_InSeveralProcesses_AreCountedTogether()
    {
        var ward = await TestWard.CreateAsync(host);
        var owner = await ward.AddPersonAsync();
        using (var attacker = At("198.51.100.8"))
        {
            var form = await attacker.GetAsync("/dang-nhap");
            for (var attempt = 0; attempt < 100; attempt++)
            {
                await attacker.SubmitAsync(form, Guess("khong-co-" + attempt, "Sai-mat-khau-0000"));
            }
        }

        using var other = await host.RunAsync("web");
        using var there = At("198.51.100.8", other.Address);
        var answer = await there.SubmitAsync(await there.GetAsync("/dang-nhap"), Guess(owner, TestWard.Password));

        Assert.Contains("quá nhiều lần đăng nhập không thành công từ mạng này", answer.Words, StringComparison.Ordinal);
    }

    private Browser At(string address, Uri? process = null)
    {
        var browser = process is null ? host.NewBrowser() : new Browser(process);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return browser;
    }

    private static async Task SignInAsync(Browser browser, string name) => Assert.Equal(HttpStatusCode.Redirect,
        (await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"), Guess(name, TestWard.Password))).Status);

    private static Dictionary<string, string> Guess(string name, string password) =>
        new() { ["Input.UserName"] = name, ["Input.Password"] = password };
}
