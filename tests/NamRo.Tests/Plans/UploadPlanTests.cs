using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Jobs;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class UploadPlanTests(TestHost host)
{
    private const string UploadPath = "/ke-hoach/tai-len";

    private static readonly byte[] BrokenPdf = Encoding.ASCII.GetBytes("%PDF-1.7 hong");

    private static string Data => Path.Combine(Repository.Root, "tests", "data");

    [Theory]
    [InlineData("seeds/003_2012e056c438d090.txt", 8)]
    [InlineData("samples/001_plan.docx", 13)]
    public async Task Post_Plan_IsReadIntoADraft(string path, int tasks)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        var answer = await UploadAsync(browser, Path.GetFileName(path), await File.ReadAllBytesAsync(Path.Combine(Data, path)));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var waiting = await browser.FollowAsync(answer);
        await DrainAsync();
        var draft = await browser.GetAsync(waiting.Path);

        Assert.Contains("Đang đọc kế hoạch", waiting.Words, StringComparison.Ordinal);
        Assert.NotNull(waiting.Document.QuerySelector("turbo-frame[src] [data-refresh-seconds]"));
        Assert.Null(draft.Document.QuerySelector("turbo-frame[src]"));
        var cards = draft.Document.QuerySelectorAll("main section.card:has(dl.clears)");
        Assert.Equal(tasks, cards.Length);
        Assert.All(cards, card => Assert.NotNull(card.QuerySelector("a[href*='/nguon/']")));
        Assert.Contains("Đang rà soát", (await browser.GetAsync("/ke-hoach")).Words, StringComparison.Ordinal);
        Assert.Equal(["PlanUploaded", "PlanRead"], (await ward.EventsAsync()).Where(row => row.SubjectKind == nameof(PlanDocument)).Select(row => row.Kind));
    }

    [Fact]
    public async Task Get_EveryTab_IsShown()
    {
        var (_, browser, path) = await ReadSeedAsync();
        using var person = browser;

        var pages = new List<Page>();
        foreach (var tab in new[] { "chi-tieu", "can-xem", "van-ban" })
        {
            pages.Add(await person.GetAsync($"{path}?muc={tab}"));
        }

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Contains("Số, ký hiệu", pages[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Twice_LeavesOneDraft()
    {
        var (ward, browser, path) = await ReadSeedAsync();
        using var person = browser;
        var before = await ward.ReadAsync(database => database.Set<DraftTask>().CountAsync());
        await ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<JobQueue>().Enqueue(new ReadPlan(Guid.Parse(path.Split('/')[^1])));
            await database.SaveChangesAsync();
        });

        await DrainAsync();

        Assert.NotEqual(0, before);
        Assert.Equal(before, await ward.ReadAsync(database => database.Set<DraftTask>().CountAsync()));
        Assert.Equal(2, (await ward.EventsAsync()).Count(row => row.Kind == "PlanRead"));
        Assert.Equal(1, await ward.ReadAsync(database => database.Set<PlanText>().CountAsync()));
    }

    [Fact]
    public async Task Post_BrokenFile_FailsWithAMessage()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var waiting = await browser.FollowAsync(await UploadAsync(browser, "hỏng.pdf", BrokenPdf));
        await DrainAsync();
        var failed = await browser.GetAsync(waiting.Path);

        Assert.Contains("Không đọc được tệp", failed.Words, StringComparison.Ordinal);
        Assert.Contains("hỏng.pdf", failed.Document.QuerySelector("main .state")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains(await ward.EventsAsync(), row => row.Kind == "PlanReadingFailed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001\u0002nhị phân")]
    public async Task Post_NoDocument_IsRefused(string content)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await UploadAsync(browser, "tep.pdf", Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain(await ward.EventsAsync(), row => row.Kind == "PlanUploaded");
    }

    [Fact]
    public async Task Post_NothingChosen_IsToldAtTheField()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await browser.SubmitAsync(await browser.GetAsync(UploadPath), new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Hãy chọn tệp kế hoạch", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameBytesAgain_IsToldWithALinkToTheFirst()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var first = await UploadAsync(browser, "một.pdf", BrokenPdf);

        var second = await UploadAsync(browser, "hai.pdf", BrokenPdf);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.NotNull(second.Document.QuerySelector($"main .notice a[href='{first.Location}']"));
        Assert.Equal(1, await ward.ReadAsync(database => database.Set<PlanDocument>().CountAsync()));
    }

    [Fact]
    public async Task Post_FileAboveTheServersUsualLimit_IsTaken()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var large = new byte[40 * 1024 * 1024];
        BrokenPdf.CopyTo(large, 0);

        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(browser, "lớn.pdf", large)).Status);
    }

    [Fact]
    public async Task Get_PlanOfAnotherWard_IsNotFound()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var plan = (await UploadAsync(browser, "kế hoạch.pdf", BrokenPdf)).Location!;
        var other = await TestWard.CreateAsync(host);
        using var stranger = await other.SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(plan)).Status);
        Assert.DoesNotContain("kế hoạch.pdf", (await stranger.GetAsync("/ke-hoach")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UploadWithoutPermission_IsForbidden()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(UploadPath)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ke-hoach")).Status);
    }

    private static async Task<Page> UploadAsync(Browser browser, string name, byte[] content) =>
        await browser.UploadAsync(await browser.GetAsync(UploadPath), name, content);

    private async Task<(TestWard Ward, Browser Browser, string Path)> ReadSeedAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var browser = await ward.SignInAsync();
        var answer = await UploadAsync(browser, "003.txt", await File.ReadAllBytesAsync(Path.Combine(Data, "seeds", "003_2012e056c438d090.txt")));
        await DrainAsync();
        return (ward, browser, answer.Location!);
    }

    private async Task DrainAsync()
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }
}
