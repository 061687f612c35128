using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Plans.Domain;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class AmendPlanTests(TestHost host)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Post_Approved_ChangesTheTasksInForceAndKeepsTheirKeys()
    {
        var (plan, former) = await ReadBothAsync();
        var before = await TasksAsync(plan.Ward);
        await ProposeAsync(plan, AmendmentMode.Replaces);
        var compared = await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh?xem=thay-doi");
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);

        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/dieu-chinh/phe-duyet"), Nothing);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("Quý III/2026", compared.Document.QuerySelector("main .diff-line del")?.ParentElement?.ParentElement?.TextContent ?? "", StringComparison.Ordinal);
        var after = await TasksAsync(plan.Ward);
        Assert.Equal(before["Nâng cấp"].Id, after["Nâng cấp"].Id);
        Assert.Equal(before["Tập huấn"].Id, after["Tập huấn"].Id);
        Assert.Equal(new DateOnly(2026, 12, 31), after["Tập huấn"].Due);
        Assert.Contains("Xây dựng", after.Keys);
        Assert.All(after.Values.Where(task => task.Id != before["Lắp đặt"].Id), task => Assert.Equal(plan.Id, task.PlanId));
        var online = await plan.Ward.ReadAsync(database => database.Set<TargetRow>().SingleAsync(row => row.Text.Contains("trực tuyến")));
        Assert.Equal(90, online.Value);
        Assert.Contains(await plan.Ward.EventsAsync(), row => row.Kind == "PlanAmended");
        Assert.Contains("Đã được thay thế bởi", (await leader.GetAsync(former)).Words, StringComparison.Ordinal);
        var withdrawn = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/thu-hoi"),
            new Dictionary<string, string> { ["Input.Reason"] = "Công bố nhầm", ["Reason"] = "Công bố nhầm" });
        Assert.Contains("đã qua điều chỉnh hoặc thay thế", withdrawn.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Propose_NamesThePlanThatTheTextAmends()
    {
        var (plan, former) = await ReadBothAsync();

        var page = await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh/de-xuat");

        Assert.NotNull(page.Document.QuerySelector($"main .notice a[href='{former}']"));
    }

    [Fact]
    public async Task Post_NothingChosen_IsToldAtTheField()
    {
        var (plan, _) = await ReadBothAsync();

        var answer = await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh/de-xuat"),
            new Dictionary<string, string> { ["Input.FormerPlanId"] = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Hãy chọn kế hoạch được điều chỉnh", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RowCarriedOver_StaysInForce()
    {
        var (plan, _) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Replaces);
        var page = await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh?xem=khong-nhac-lai");

        var answer = await plan.Browser.SubmitAsync(page, Nothing, "main .diff-line form:has(input[value=CarryOver])");
        var after = await plan.Browser.FollowAsync(answer);
        await ApproveAsync(plan);

        Assert.Contains("Chuyển tiếp", after.Words, StringComparison.Ordinal);
        Assert.Equal(plan.Id, (await TasksAsync(plan.Ward))["Lắp đặt"].PlanId);
    }

    [Fact]
    public async Task Post_Adjusting_LeavesRowsThatAreNotNamed()
    {
        var (plan, former) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Adjusts);
        await ApproveAsync(plan);

        var tasks = await TasksAsync(plan.Ward);

        Assert.All(tasks.Values, task => Assert.Equal(former, $"/ke-hoach/{task.PlanId}"));
        Assert.Equal(4, tasks.Count);
        Assert.DoesNotContain(await plan.Ward.EventsAsync(), row => row.Kind == "TaskDropped");
    }

    [Fact]
    public async Task Post_MatchOverridden_OpensANewTask()
    {
        var (plan, _) = await ReadBothAsync();
        var before = await TasksAsync(plan.Ward);
        await ProposeAsync(plan, AmendmentMode.Replaces);
        var page = await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh?xem=giu-nguyen");
        await plan.Browser.SubmitAsync(page, Nothing, "main .diff-line form:has(input[value=Separate])");
        await ApproveAsync(plan);

        var tasks = await plan.Ward.ReadAsync(database => database.Set<TaskRow>().ToListAsync());

        Assert.Equal(2, tasks.Count(task => task.Text == before["Nâng cấp"].Text));
    }

    [Fact]
    public async Task Post_ApprovedTwice_IsOneAmendment()
    {
        var (plan, _) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Replaces);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        var form = await leader.GetAsync($"{plan.Path}/dieu-chinh/phe-duyet");

        var answers = new[] { await leader.SubmitAsync(form, Nothing), await leader.SubmitAsync(form, Nothing) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Single(await plan.Ward.EventsAsync(), row => row.Kind == "PlanAmended");
    }

    [Fact]
    public async Task Post_ComparisonChangedMeanwhile_IsRefused()
    {
        var (plan, _) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Replaces);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        var form = await leader.GetAsync($"{plan.Path}/dieu-chinh/phe-duyet");
        await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh?xem=giu-nguyen"), Nothing,
            "main .diff-line form:has(input[value=Separate])");

        var answer = await leader.SubmitAsync(form, Nothing);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("vừa được người khác thay đổi", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PublishedPlainly_IsRefused()
    {
        var (plan, _) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Replaces);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);

        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), Nothing);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("hãy phê duyệt ở trang so sánh", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Withdrawn_LetsThePlanStandAlone()
    {
        var (plan, _) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Replaces);

        var answer = await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh"), Nothing,
            "main form[action$='handler=Withdraw']");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(0, await plan.Ward.ReadAsync(database => database.Set<Amendment>().CountAsync()));
    }

    [Fact]
    public async Task Get_OtherWardOrNoPermission_IsClosed()
    {
        var (plan, _) = await ReadBothAsync();
        await ProposeAsync(plan, AmendmentMode.Replaces);
        using var officer = await plan.Ward.SignInAsync(BuiltInRole.Officer);
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();

        foreach (var path in new[] { "dieu-chinh", "dieu-chinh/de-xuat", "dieu-chinh/phe-duyet" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"{plan.Path}/{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{plan.Path}/{path}")).Status);
        }
    }

    private static async Task ProposeAsync(ReviewedPlan plan, AmendmentMode mode)
    {
        var answer = await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Path}/dieu-chinh/de-xuat"),
            new Dictionary<string, string> { ["Input.Mode"] = mode.ToString() });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    private static async Task ApproveAsync(ReviewedPlan plan)
    {
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/dieu-chinh/phe-duyet"), Nothing);
        Assert.True(answer.Status == HttpStatusCode.Redirect, answer.Words);
    }

    /// <summary>By the first words of the task.</summary>
    private static Task<Dictionary<string, TaskRow>> TasksAsync(TestWard ward) => ward.ReadAsync(async database =>
        (await database.Set<TaskRow>().ToListAsync()).ToDictionary(task => string.Join(' ', task.Text.Split(' ').Take(2)), StringComparer.Ordinal));

    /// <summary>A published plan, and the plan that amends it under review.</summary>
    private async Task<(ReviewedPlan Plan, string Former)> ReadBothAsync()
    {
        var former = await ReviewedPlan.OfTextAsync(host, "12.md", AmendedPlan.Former);
        await former.AcceptAllAsync();
        using var leader = await former.Ward.SignInAsync(BuiltInRole.Leader);
        var published = await leader.SubmitAsync(await leader.GetAsync($"{former.Path}/cong-bo"), Nothing);
        Assert.True(published.Status == HttpStatusCode.Redirect, published.Words);
        return (await former.AlsoAsync("45.md", Encoding.UTF8.GetBytes(AmendedPlan.Amending)), former.Path);
    }
}
