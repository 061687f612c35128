using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NamRo.Administration.Domain;
using NamRo.Administration.Webhooks;
using NamRo.Kernel.Jobs;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

/// <summary>A real receiver on this machine, which the test host is allowed to call.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication application;

    private WebhookReceiver(WebApplication application) => this.application = application;

    public ConcurrentQueue<(IHeaderDictionary Headers, string Body)> Received { get; } = new();

    public int Answer { get; set; } = StatusCodes.Status204NoContent;

    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver.application.Urls.Add("http://127.0.0.1:0");
        receiver.application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            receiver.Received.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
            context.Response.StatusCode = receiver.Answer;
            context.Response.Headers.Location = "/elsewhere";
        });
        await receiver.application.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}

[Collection("jobs")]
public sealed class WebhookTests(TestHost host)
{
    private const string New = "/quan-tri/webhook/moi";

    [Fact]
    public async Task Event_ThatWasChosen_IsSentSignedAndNamesNobody()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var work = await WorkWard.CreateAsync(host);
        using var browser = await work.Ward.SignInAsync();
        var (_, secret) = await CreateAsync(browser, receiver.Address.ToString(), "TaskOpened");

        var task = await work.OpenTaskAsync("Việc chỉ người trong phường biết");
        await WorkAsync();

        var (headers, body) = Assert.Single(receiver.Received);
        var message = Guid.Parse(headers["webhook-id"].ToString());
        Assert.Equal(WebhookSender.Sign(secret, message, headers["webhook-timestamp"].ToString(), body), headers["webhook-signature"].ToString());
        var told = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal("TaskOpened", told.GetProperty("type").GetString());
        Assert.Equal(task, told.GetProperty("data").GetProperty("subjectId").GetGuid());
        Assert.DoesNotContain("Việc", body, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, (await DeliveriesAsync(work.Ward)).Single().State);
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status302Found)]
    public async Task Receiver_KeepsFailing_IsTriedAgainThenDeadThenSentByHand(int answer)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = answer;
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var (page, _) = await CreateAsync(browser, receiver.Address.ToString(), "TaskOpened");

        await browser.SubmitAsync(await browser.GetAsync(page), new Dictionary<string, string>(), "form[action$='handler=Try']");
        await WorkAsync();
        var first = Assert.Single(await DeliveriesAsync(ward));
        for (var attempt = 1; attempt <= SendWebhookJob.Waits.Count; attempt++)
        {
            await MakeDueAsync(ward);
            await WorkAsync();
        }

        var dead = Assert.Single(await DeliveriesAsync(ward));
        Assert.Equal((DeliveryState.Waiting, 1, answer), (first.State, first.Attempts, first.Status));
        Assert.Equal((DeliveryState.Dead, SendWebhookJob.Waits.Count + 1), (dead.State, dead.Attempts));
        Assert.Equal(SendWebhookJob.Waits.Count + 1, receiver.Received.Count);
        Assert.Single(receiver.Received.Select(one => one.Headers["webhook-id"].ToString()).Distinct());

        receiver.Answer = StatusCodes.Status200OK;
        await browser.SubmitAsync(await browser.GetAsync(page), new Dictionary<string, string>(), "form[action$='handler=Resend']");
        await WorkAsync();

        Assert.Equal(DeliveryState.Sent, (await DeliveriesAsync(ward)).Single().State);
    }

    [Fact]
    public async Task Address_ThatLeadsInside_IsNeverCalled()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var (page, _) = await CreateAsync(browser, $"https://localhost:{receiver.Address.Port}/", "TaskOpened");

        await browser.SubmitAsync(await browser.GetAsync(page), new Dictionary<string, string>(), "form[action$='handler=Try']");
        await WorkAsync();

        Assert.Contains("không phải địa chỉ công khai", Assert.Single(await DeliveriesAsync(ward)).Error, StringComparison.Ordinal);
        Assert.Empty(receiver.Received);
    }

    [Theory]
    [InlineData("http://example.com/", "TaskOpened")]
    [InlineData("https://user:password@example.com/", "TaskOpened")]
    [InlineData("ftp://example.com/", "TaskOpened")]
    [InlineData("https://example.com/", "SignedIn")]
    public async Task Post_BadAddressOrKind_IsRefused(string address, string kind)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await browser.SubmitAsync(await browser.GetAsync(New), Values(address, kind));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Empty(await ward.ReadAsync(database => database.Set<Webhook>().ToListAsync()));
    }

    [Fact]
    public async Task End_Webhook_StopsForwarding()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var work = await WorkWard.CreateAsync(host);
        using var browser = await work.Ward.SignInAsync();
        var (page, _) = await CreateAsync(browser, receiver.Address.ToString(), "TaskOpened");

        await browser.SubmitAsync(await browser.GetAsync(page), new Dictionary<string, string>(), "form[action$='handler=End']");
        await work.OpenTaskAsync();
        await WorkAsync();

        Assert.Empty(receiver.Received);
        Assert.Contains(await work.Ward.EventsAsync(), link => link.Kind == "WebhookEnded");
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    public void PublicAddress_TellsInsideFromOutside(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private static Dictionary<string, string> Values(string address, string kind) => new()
    {
        ["Input.Name"] = "Trục tích hợp",
        ["Input.Address"] = address,
        ["Input.Kinds"] = kind,
    };

    private static async Task<(string Page, string Secret)> CreateAsync(Browser browser, string address, string kind)
    {
        var made = await browser.SubmitAsync(await browser.GetAsync(New), Values(address, kind));
        return (made.Document.QuerySelector("main .actions a")!.GetAttribute("href")!, made.Document.QuerySelector("#new-secret")!.TextContent);
    }

    private static Task<List<WebhookDelivery>> DeliveriesAsync(TestWard ward) =>
        ward.ReadAsync(database => database.Set<WebhookDelivery>().AsNoTracking().ToListAsync());

    private static Task MakeDueAsync(TestWard ward) => ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync(
        $"update kernel.job set run_at = '2026-01-01' where ward_id = {ward.Id} and state = 'queued'"));

    private async Task WorkAsync()
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }
}
