using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class LearnWordsTests(TestHost host)
{
    private const string Path = "/ke-hoach/tu-ngu";

    private static readonly Dictionary<string, string> Nothing = [];

    private const string Odd = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG BẾN TRE MỚI

        KẾ HOẠCH

        Thực hiện chuyển đổi số năm 2026

        II. NHIỆM VỤ

        | STT | Nhiệm vụ | Ai lo | Sản phẩm | Thời gian hoàn thành |
        | --- | --- | --- | --- | --- |
        | 1 | Nâng cấp mạng LAN tại trụ sở. | Phòng Văn hóa - Xã hội | Báo cáo | Lúc nào cũng làm |
        | 2 | Tập huấn kỹ năng số cho người dân. | Phòng Văn hóa - Xã hội | Lớp tập huấn | Lúc nào cũng làm |
        """;

    [Fact]
    public async Task Post_HeadingLearned_ImprovesTheNextReadingOfThisWardOnly()
    {
        var before = await ReviewedPlan.OfTextAsync(host, "truoc.md", Odd);
        await LearnAsync(before.Browser);
        var after = await before.AlsoAsync("sau.md", Encoding.UTF8.GetBytes(Odd + "\n"));
        var elsewhere = await ReviewedPlan.OfTextAsync(host, "noi-khac.md", Odd);

        Assert.All(await before.RowsAsync(), row => Assert.Empty(row.Task.LeadUnits));
        Assert.All(await after.RowsAsync(), row => Assert.Equal(["Phòng Văn hóa - Xã hội"], row.Task.LeadUnits));
        Assert.All(await elsewhere.RowsAsync(), row => Assert.Empty(row.Task.LeadUnits));
    }

    [Fact]
    public async Task Publish_DeadlineCorrected_IsRememberedAndCanBeForgotten()
    {
        var plan = await ReviewedPlan.OfTextAsync(host, "mot.md", Odd);
        await LearnAsync(plan.Browser);
        await CorrectAsync(plan);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), Nothing);
        await ReviewedPlan.DrainAsync(host);
        var learned = await plan.AlsoAsync("hai.md", Encoding.UTF8.GetBytes(Odd + "\n"));
        var page = await plan.Browser.GetAsync(Path);
        await plan.Browser.SubmitAsync(page, Nothing, "main form:has(input[name=word])");

        Assert.All(await learned.RowsAsync(), row => Assert.Equal(DeadlineKind.Continuous, row.Task.Deadline.Kind));
        Assert.Contains("Lúc nào cũng làm", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await plan.Ward.ReadAsync(database => database.Set<LearnedWord>().CountAsync()));
    }

    [Fact]
    public async Task Post_NothingWritten_KeepsWhatWasChosen()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        var answer = await browser.SubmitAsync(await browser.GetAsync(Path), new Dictionary<string, string> { ["Input.Field"] = "LeadUnit" },
            "main form:has([name='Input.Written'])");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("LeadUnit", answer.Document.QuerySelector("main [name='Input.Field'] option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_OtherWardOrNoPermission_ShowsNothing()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        await LearnAsync(browser);
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync(BuiltInRole.Secretariat);

        Assert.Contains("Ai lo", (await browser.GetAsync(Path)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(Path)).Status);
        Assert.DoesNotContain("Đơn vị chủ trì · ", (await stranger.GetAsync(Path)).Words, StringComparison.Ordinal);
        Assert.Contains("Chưa ghi nhớ từ ngữ nào", (await stranger.GetAsync(Path)).Words, StringComparison.Ordinal);
    }

    private static async Task LearnAsync(Browser browser)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync(Path),
            new Dictionary<string, string> { ["Input.Written"] = "Ai lo", ["Input.Field"] = "LeadUnit" }, "main form:has([name='Input.Written'])");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    /// <summary>What the edit form does to the deadline of every row.</summary>
    private static Task CorrectAsync(ReviewedPlan plan) => plan.Ward.InsideAsync(async (database, services) =>
    {
        foreach (var row in await database.Set<PlanRow>().Where(row => row.PlanId == plan.Id).ToListAsync())
        {
            row.Edit(row.Task with { Deadline = new Deadline(DeadlineKind.Continuous) });
        }

        ((NamRo.Kernel.Events.EventLog)services.GetService(typeof(NamRo.Kernel.Events.EventLog))!)
            .Record(new TestHappened(new NamRo.Kernel.Events.EventSubject("PlanRow", plan.Id, "")));
        await database.SaveChangesAsync();
    });
}
