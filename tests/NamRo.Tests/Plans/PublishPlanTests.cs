using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task Post_Unpublish_TakesTheTasksBackOnlyUntilSomebodyReports()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());
        var missing = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/thu-hoi"), new Dictionary<string, string>());

        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/thu-hoi"),
            new Dictionary<string, string> { ["Reason"] = "Công bố nhầm" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await plan.Browser.GetAsync(plan.Review)).Status);
        var again = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(2, await plan.Ward.ReadAsync(database => database.Set<PlanPublication>().CountAsync()));
    }

    [Fact]
    public async Task Publish_BrokenOffInTheMiddle_LeavesNothingBehind()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AcceptAllAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => plan.Ward.InsideAsync(async (_, services) =>
        {
            Assert.IsType<NamRo.Kernel.Outcomes.Outcome.Done>(await services.GetRequiredService<NamRo.Plans.PublishPlanHandler>()
                .HandleAsync(new NamRo.Plans.PublishPlan(plan.Id, Guid.CreateVersion7()), CancellationToken.None));
            throw new InvalidOperationException("The power fails before the commit.");
        }));

        Assert.Equal(0, await plan.Ward.ReadAsync(database => database.Set<PlanPublication>().CountAsync()));
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }
}
