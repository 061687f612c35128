using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class UploadInPartsTests(TestHost host)
{
    private const string Path = "/ke-hoach/tai-len/phan";

    private static byte[] Text(int length) => [.. Encoding.UTF8.GetBytes("KẾ HOẠCH\n" + Guid.CreateVersion7() + new string('x', length)).Take(length)];

    [Fact]
    public async Task Send_BrokenOffAndBegunAgain_GoesOnAndBecomesThePlan()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var content = Text(PartialUpload.PartBytes + 1000);
        var first = await BeginAsync(browser, content.Length);
        await SendAsync(browser, first.Id, 0, content[..PartialUpload.PartBytes]);

        Assert.Contains("Chưa tải xong", (await browser.GetAsync("/ke-hoach/tai-len")).Words, StringComparison.Ordinal);
        var again = await BeginAsync(browser, content.Length);
        var (status, done) = await SendAsync(browser, again.Id, again.Received, content[(int)again.Received..]);

        Assert.Equal((first.Id, (long)PartialUpload.PartBytes), (again.Id, again.Received));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(done!.Plan!)).Status);
        Assert.Equal(SHA256.HashData(content), await ward.ReadAsync(database => database.Set<PlanDocument>().Select(row => row.ContentHash).SingleAsync()));
        Assert.Equal(done.Plan, (await browser.Client.GetFromJsonAsync<Answer>(new Uri($"{Path}/{first.Id}", UriKind.Relative)))!.Plan);
        Assert.DoesNotContain("Chưa tải xong", (await browser.GetAsync("/ke-hoach/tai-len")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Id, await PartsAsync(ward));
    }

    [Fact]
    public async Task Send_AtAWrongPlace_IsToldWhereTheFileStands()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var upload = await BeginAsync(browser, 3000);
        await SendAsync(browser, upload.Id, 0, Text(1000));

        var (status, answer) = await SendAsync(browser, upload.Id, 500, Text(1000));

        Assert.Equal((HttpStatusCode.Conflict, 1000L), (status, answer!.Received));
    }

    [Fact]
    public async Task Send_MoreThanItSaid_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var small = await BeginAsync(browser, 100);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(browser, small.Id, 0, Text(101))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryBeginAsync(browser, PlanFile.MaximumBytes + 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryBeginAsync(browser, 0));
    }

    [Fact]
    public async Task Begin_TooManyOfOnePerson_IsRefusedUntilOneIsGivenUp()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        for (var number = 1; number <= PartialUpload.MostOfPerson; number++)
        {
            await BeginAsync(browser, number);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryBeginAsync(browser, 99));
        var answer = await browser.SubmitAsync(await browser.GetAsync("/ke-hoach/tai-len"), new Dictionary<string, string>(), "form[action*=Cancel]");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(HttpStatusCode.OK, await TryBeginAsync(browser, 99));
    }

    [Fact]
    public async Task Send_NoDocument_IsRefusedAtTheEndAndForgotten()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var upload = await BeginAsync(browser, 64);

        var (status, _) = await SendAsync(browser, upload.Id, 0, [0, 1, 2, .. new byte[61]]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Path}/{upload.Id}")).Status);
        Assert.Empty(await ward.ReadAsync(database => database.Set<PlanDocument>().ToListAsync()));
        Assert.Empty(await PartsAsync(ward));
    }

    [Fact]
    public async Task Send_FileTheWardHas_IsToldWithTheFirst()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var content = Text(500);
        var (_, one) = await SendAsync(browser, (await BeginAsync(browser, 500)).Id, 0, content);

        var (_, other) = await SendAsync(browser, (await BeginAsync(browser, 500, "khac.txt")).Id, 0, content);

        Assert.Equal((one!.Plan, true), (other!.Plan, other.IsDuplicate));
    }

    [Fact]
    public async Task Any_ByAnotherPersonOrWard_IsNotFound()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var upload = await BeginAsync(browser, 100);
        using var colleague = await ward.SignInAsync();
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);

        foreach (var other in new[] { colleague, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}/{upload.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(other, upload.Id, 0, Text(100))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.DeleteAsync(new Uri($"{Path}/{upload.Id}", UriKind.Relative))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, await TryBeginAsync(officer, 100));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.Client.DeleteAsync(new Uri($"{Path}/{upload.Id}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Sweep_ForgetsWhatStoppedADayAgo()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var (stale, fresh) = (await BeginAsync(browser, 100), await BeginAsync(browser, 200));
        await SendAsync(browser, stale.Id, 0, Text(50));
        await SendAsync(browser, fresh.Id, 0, Text(50));
        await ward.InsideAsync(async (database, services) =>
        {
            await database.Database.ExecuteSqlAsync($"update plans.partial_upload set touched_at = touched_at - interval '25 hours' where id = {stale.Id}");
            services.GetRequiredService<JobQueue>().Enqueue(new SweepUploads());
            await database.SaveChangesAsync();
        });

        await ReviewedPlan.DrainAsync(host);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Path}/{stale.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{Path}/{fresh.Id}")).Status);
        Assert.Equal([fresh.Id], await PartsAsync(ward));
    }

    private static async Task<Answer> BeginAsync(Browser browser, long size, string name = "kế hoạch.txt")
    {
        var answer = await PostAsync(browser, size, name);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Answer>())!;
    }

    private static async Task<HttpStatusCode> TryBeginAsync(Browser browser, long size) => (await PostAsync(browser, size, "tệp.txt")).StatusCode;

    private static Task<HttpResponseMessage> PostAsync(Browser browser, long size, string name) =>
        browser.Client.PostAsJsonAsync(new Uri(Path, UriKind.Relative), new { fileName = name, size, modified = 1L });

    private static async Task<(HttpStatusCode Status, Answer? Answer)> SendAsync(Browser browser, Guid id, long offset, byte[] part)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri($"{Path}/{id}", UriKind.Relative)) { Content = new ByteArrayContent(part) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.Add("Upload-Offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await browser.Client.SendAsync(request);
        return (answer.StatusCode, answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict ? await answer.Content.ReadFromJsonAsync<Answer>() : null);
    }

    private static async Task<IReadOnlyList<Guid>> PartsAsync(TestWard ward)
    {
        IReadOnlyList<Guid> parts = [];
        await ward.InsideAsync((_, services) => Task.FromResult(parts = services.GetRequiredService<PartialFiles>().List()));
        return parts;
    }

    private sealed record Answer(Guid Id, long Received, string? Plan, bool IsDuplicate);
}
