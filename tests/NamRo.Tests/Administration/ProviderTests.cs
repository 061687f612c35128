using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

/// <summary>A host of its own that is configured for a provider inside the tests.</summary>
public sealed class ProviderFixture : IAsyncLifetime
{
    internal FakeProvider Provider { get; private set; } = null!;

    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await FakeProvider.StartAsync();
        Host = new TestHost(new TestCluster("-oidc"), new Dictionary<string, string?>
        {
            ["Oidc:Authority"] = Provider.Issuer,
            ["Oidc:ClientId"] = FakeProvider.ClientId,
            ["Oidc:ClientSecret"] = FakeProvider.Secret,
        });
        await Host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }
}

/// <summary>Signing in through a provider.</summary>
public sealed class ProviderTests(ProviderFixture fixture) : IClassFixture<ProviderFixture>
{
    private readonly FakeProvider provider = fixture.Provider;
    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task Provider_OpensTheAccountItNames_AndNothingElse()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync(BuiltInRole.Officer);

        await SignsInAndOutAsync(name);
        await RefusesAsync("nobody-here", _ => { }, "chưa gắn với tài khoản nào");
        Assert.Null(await FindAsync("nobody-here"));
        await RefusesAsync(name, claims => claims["nonce"] = "another", "trả lời không hợp lệ");
        await RefusesAsync(name, claims => claims["aud"] = "another", "trả lời không hợp lệ");
        await RefusesAsync(name, claims => claims["exp"] = 1_700_000_000L, "trả lời không hợp lệ");

        // The name was given to someone else at the provider: their subject is not the one that was bound.
        await RefusesAsync(name, claims => claims["sub"] = "another", "chưa gắn với tài khoản nào");
        await RefusesAsync(name, claims => claims.Remove("preferred_username"), null);
    }

    [Fact]
    public async Task Provider_RotatesItsKeys_AndIsFollowed()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync(BuiltInRole.Officer);
        provider.Rotate();
        host.Time.Forward(TimeSpan.FromMinutes(2));
        await SignsInAndOutAsync(name);
        var read = provider.KeysRead;
        provider.Rotate();

        // Keys are read again at most once a minute, whatever tokens say.
        await RefusesAsync(name, _ => { }, "trả lời không hợp lệ");
        Assert.Equal(read, provider.KeysRead);
        host.Time.Forward(TimeSpan.FromMinutes(2));
        await SignsInAndOutAsync(name);
        Assert.Equal(read + 1, provider.KeysRead);
    }

    [Fact]
    public async Task WayBack_NotBegunHereOrUsedTwice_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync(BuiltInRole.Officer);
        using var victim = host.NewBrowser();
        using var attacker = host.NewBrowser();
        var back = provider.Answer((await attacker.GetAsync("/dang-nhap/lien-thong")).Location!, name);

        // Login CSRF: the attacker's code in the victim's browser.
        Assert.Contains("không bắt đầu từ trình duyệt này", (await victim.GetAsync(back)).Words, StringComparison.Ordinal);
        Assert.Contains("không bắt đầu từ trình duyệt này", (await attacker.GetAsync(back + "x")).Words, StringComparison.Ordinal);
        Assert.Contains("không bắt đầu từ trình duyệt này", (await attacker.GetAsync(back)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_ToAnotherSite_ComesBackHome()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync(BuiltInRole.Officer);
        using var browser = host.NewBrowser();
        var back = provider.Answer((await browser.GetAsync("/dang-nhap/lien-thong?ve=https://evil.example/")).Location!, name);

        Assert.Equal("/", (await browser.GetAsync(back)).Location);
    }

    private async Task SignsInAndOutAsync(string name)
    {
        using var browser = host.NewBrowser();
        Assert.Contains("Đăng nhập bằng tài khoản dùng chung", (await browser.GetAsync("/dang-nhap")).Words, StringComparison.Ordinal);
        var begun = await browser.GetAsync("/dang-nhap/lien-thong?ve=/quan-tri/don-vi");
        var back = await browser.GetAsync(provider.Answer(begun.Location!, name));
        Assert.Equal("/quan-tri/don-vi", back.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/quan-tri/don-vi")).Status);
        var left = await browser.SubmitAsync(await browser.GetAsync("/dang-xuat"), new Dictionary<string, string>());
        Assert.StartsWith(provider.Issuer + "/logout", left.Location, StringComparison.Ordinal);
    }

    private async Task RefusesAsync(string name, Action<Dictionary<string, object>> change, string? words)
    {
        using var browser = host.NewBrowser();
        var back = provider.Answer((await browser.GetAsync("/dang-nhap/lien-thong")).Location!, name);
        change(provider.Claims);
        var answer = await browser.GetAsync(back);
        if (words is null)
        {
            // Bound before: the subject is enough.
            Assert.Equal("/", answer.Location);
            return;
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/quan-tri/don-vi")).Status);
    }

    private async Task<Account?> FindAsync(string name)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(name);
    }
}
