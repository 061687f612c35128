using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Tenancy;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class TokenTests(TestHost host)
{
    private const string Read = "targets.target.read";
    private const string Form = "/quan-tri/ma-truy-cap/moi";
    private const string List = "/quan-tri/ma-truy-cap";

    [Fact]
    public async Task Post_GoodForm_ShowsTheKeyOnceAndKeepsItsHash()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var form = await browser.GetAsync(Form);

        var made = await browser.SubmitAsync(form, Values());
        var again = await browser.SubmitAsync(form, Values());

        var key = made.Document.QuerySelector("#new-token")!.TextContent;
        var kept = Assert.Single(await ward.ReadAsync(database => database.Set<ApiToken>().ToListAsync()));
        Assert.StartsWith(ApiToken.Prefix, key, StringComparison.Ordinal);
        Assert.True(WardKey.Parse(key.AsSpan(ApiToken.Prefix.Length))!.Opens(kept.SecretHash));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.DoesNotContain(key, (await browser.GetAsync(List)).Text, StringComparison.Ordinal);
        var events = await ward.EventsAsync();
        Assert.Contains(events, link => link is { Kind: "TokenCreated", SubjectTitle: "Trục tích hợp", Address: not null });
        Assert.DoesNotContain(events, link => link.Changes.Contains(Convert.ToBase64String(kept.SecretHash), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("administration.ward.write")]
    [InlineData("no.such.permission")]
    public async Task Post_MoreThanTheOwnerHolds_IsRefused(string permission)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await browser.SubmitAsync(await browser.GetAsync(Form), Values(permission));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Empty(await ward.ReadAsync(database => database.Set<ApiToken>().ToListAsync()));
    }

    [Fact]
    public async Task Post_ExpiryBeyondAYear_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await browser.SubmitAsync(await browser.GetAsync(Form), Values(expiresOn: "2099-01-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task Get_Officer_IsForbidden()
    {
        using var browser = await (await TestWard.CreateAsync(host)).SignInAsync(BuiltInRole.Officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(List)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Form)).Status);
    }

    [Fact]
    public async Task Api_WithAToken_AnswersWithinItsScopeAndWard()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var key = await CreateAsync(browser);

        Assert.Equal(HttpStatusCode.OK, (await CallAsync("/api/v1/targets", key)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync("/api/v1/city-figures/31", key)).Status);
        Assert.NotNull((await ward.ReadAsync(database => database.Set<ApiToken>().SingleAsync())).LastUsedAt);
        Assert.Contains("Trục tích hợp", (await browser.GetAsync(List)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WithoutAGoodToken_IsUnauthorizedInJson()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var key = await CreateAsync(browser);
        var kept = WardKey.Parse(key.AsSpan(ApiToken.Prefix.Length))!;
        var wrongSecret = ApiToken.Prefix + WardKey.Create(kept.WardId, kept.Id);
        var otherWard = ApiToken.Prefix + (kept with { WardId = (await TestWard.CreateAsync(host)).Id });

        foreach (var wrong in new[] { null, "x", key[ApiToken.Prefix.Length..], wrongSecret, otherWard })
        {
            var (status, problem) = await CallAsync("/api/v1/targets", wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Assert.Equal("Chưa xác thực", problem!.Value.GetProperty("title").GetString());
        }

        Assert.Equal(HttpStatusCode.OK, (await CallAsync("/api/v1/targets", key)).Status);
    }

    [Fact]
    public async Task Page_WithAToken_IsNotOpened()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var key = await CreateAsync(browser);
        using var program = host.NewBrowser();
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        var page = await program.GetAsync("/nhiem-vu");

        Assert.StartsWith("/dang-nhap", new Uri(page.Location!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri
            ? uri.PathAndQuery : page.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_AfterRevoking_IsUnauthorizedAtOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var key = await CreateAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync("/api/v1/targets", key)).Status);

        await browser.SubmitAsync(await browser.GetAsync(List), new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync("/api/v1/targets", key)).Status);
        Assert.Contains(await ward.EventsAsync(), link => link.Kind == "TokenRevoked");
    }

    [Fact]
    public async Task Api_OwnerIsDisabled_IsUnauthorized()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var key = await CreateAsync(browser);
        await ward.InsideAsync((database, services) =>
        {
            var now = services.GetService(typeof(TimeProvider)) is TimeProvider time ? time.GetUtcNow() : default;
            return database.Set<Account>().Where(row => database.Set<ApiToken>().Any(token => token.AccountId == row.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(account => account.DisabledAt, now));
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync("/api/v1/targets", key)).Status);
    }

    [Fact]
    public void Limit_IsCountedForEachTokenAndNeverForPages()
    {
        var options = new RateLimiterOptions();
        ApiLimit.Set(options);
        using var services = new ServiceCollection().AddOptions()
            .Configure<ApiLimitOptions>(limit => limit.RequestsPerMinute = 2).BuildServiceProvider();

        bool Admits(string path, string token)
        {
            var context = new DefaultHttpContext
            {
                RequestServices = services,
                User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(TokenScheme.TokenClaim, token)])),
            };
            context.Request.Path = path;
            using var lease = options.GlobalLimiter!.AttemptAcquire(context);
            return lease.IsAcquired;
        }

        Assert.Equal(new[] { true, true, false }, Enumerable.Range(0, 3).Select(_ => Admits("/api/v1/tasks", "one")).ToArray());
        Assert.True(Admits("/api/v1/tasks", "other"));
        Assert.True(Enumerable.Range(0, 10).All(_ => Admits("/nhiem-vu", "one")));
    }

    private static Dictionary<string, string> Values(string permission = Read, string? expiresOn = null)
    {
        var values = new Dictionary<string, string> { ["Input.Name"] = "Trục tích hợp", ["Input.Permissions"] = permission };
        if (expiresOn is not null)
        {
            values["Input.ExpiresOn"] = expiresOn;
        }

        return values;
    }

    private static async Task<string> CreateAsync(Browser browser) =>
        (await browser.SubmitAsync(await browser.GetAsync(Form), Values())).Document.QuerySelector("#new-token")!.TextContent;

    private async Task<(HttpStatusCode Status, JsonElement? Body)> CallAsync(string path, string? key)
    {
        using var program = host.NewBrowser();
        if (key is not null)
        {
            program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var answer = await program.Client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
