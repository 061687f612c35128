using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class PublishPlanTests(TestHost host)
{
    [Fact]
    public async Task Post_ByAnotherPerson_BringsThePlanToLife()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);

        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var publication = await plan.Ward.ReadAsync(database => database.Set<PlanPublication>().SingleAsync());
        Assert.Equal((await plan.RowsAsync()).Count(row => row.State == RowState.Accepted), publication.TaskCount);
        Assert.Contains(await plan.Ward.EventsAsync(), row => row.Kind == "PlanPublished");
        Assert.Contains("công bố lúc", (await leader.GetAsync(plan.Path)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await plan.Browser.GetAsync(plan.Review)).Status);
    }

    [Fact]
    public async Task Post_ByTheReviewer_IsRefused()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AcceptAllAsync();

        var answer = await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Người rà soát không tự công bố", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OpenRows_IsRefusedWithWhatIsMissing()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);

        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("dòng chưa duyệt", answer.Words, StringComparison.Ordinal);
        Assert.Equal(0, await plan.Ward.ReadAsync(database => database.Set<PlanPublication>().CountAsync()));
    }

    [Fact]
    public async Task Post_TwoPeopleAtOnce_OneWinsAndTheOtherIsTold()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AcceptAllAsync();
        using var one = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        using var other = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        var forms = (await one.GetAsync($"{plan.Path}/cong-bo"), await other.GetAsync($"{plan.Path}/cong-bo"));

        var answers = await Task.WhenAll(one.SubmitAsync(forms.Item1, new Dictionary<string, string>()),
            other.SubmitAsync(forms.Item2, new Dictionary<string, string>()));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Contains("đã công bố kế hoạch này", answers.Single(answer => answer.Status != HttpStatusCode.Redirect).Words, StringComparison.Ordinal);
        Assert.Equal(1, await plan.Ward.ReadAsync(database => database.Set<PlanPublication>().CountAsync()));
    }
}
