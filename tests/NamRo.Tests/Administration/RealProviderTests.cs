using System.Net;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

/// <summary>The whole way through a provider that others wrote.</summary>
public sealed class RealProviderTests
{
    [Fact]
    public async Task SignIn_ThroughGlewlwyd_OpensTheAccount()
    {
        Assert.SkipUnless(Glewlwyd.IsInstalled, "glewlwyd is not installed (apt-get install glewlwyd dbconfig-sqlite3).");
        await using var provider = new Glewlwyd();
        await using var host = new TestHost(new TestCluster("-glewlwyd"), new Dictionary<string, string?>
        {
            ["Oidc:Authority"] = provider.Issuer,
            ["Oidc:ClientId"] = Glewlwyd.ClientId,
            ["Oidc:ClientSecret"] = Glewlwyd.Secret,
            ["Oidc:Scopes"] = "openid",
        });
        await host.InitializeAsync();
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync(BuiltInRole.Officer);
        await provider.StartAsync(name);
        await provider.AllowAsync(new Uri(host.Address, "/dang-nhap/lien-thong/ve").ToString());
        using var browser = host.NewBrowser();

        var begun = await browser.GetAsync("/dang-nhap/lien-thong?ve=/quan-tri/don-vi");
        var back = await browser.GetAsync((await provider.AgreeAsync(begun.Location!, name)).PathAndQuery);

        Assert.Equal("/quan-tri/don-vi", back.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/quan-tri/don-vi")).Status);
        Assert.Contains(await ward.EventsAsync(), row => row.Kind == "SignedIn" && row.Data.Contains("Provider", StringComparison.Ordinal));
    }
}
