using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class ReviewPlanTests(TestHost host)
{
    [Fact]
    public async Task Get_Review_ShowsEveryTaskDoubtfulFirst()
    {
        var plan = await ReviewedPlan.CreateAsync(host);

        var page = await plan.Browser.GetAsync(plan.Review);

        var cards = page.Document.QuerySelectorAll(".review-row");
        Assert.Equal((await plan.RowsAsync()).Count(row => !row.IsNarrative), cards.Length);
        var doubts = cards.Select(card => card.ClassList.Contains("doubtful")).ToList();
        Assert.Equal(doubts.OrderByDescending(doubtful => doubtful), doubts);
        Assert.Single(page.Document.QuerySelectorAll(".review-row[aria-current]"));
        Assert.NotEmpty(page.Document.QuerySelector(".review-source mark")!.TextContent);
    }

    [Fact]
    public async Task Post_Accept_GoesOnToTheNextOpenRow()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var first = (await plan.Browser.GetAsync(plan.Review)).Document.QuerySelector(".review-row[aria-current]")!.GetAttribute("data-row")!;

        var answer = await plan.PressAsync("Accept");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.DoesNotContain(first, answer.Location, StringComparison.Ordinal);
        var row = (await plan.RowsAsync()).Single(each => each.Id == Guid.Parse(first));
        Assert.Equal((RowState.Accepted, 2), (row.State, row.Version));
        Assert.NotNull(row.DecidedByName);
        Assert.Contains(await plan.Ward.EventsAsync(), each => each.Kind == "PlanReviewed");
    }

    [Fact]
    public async Task Post_AcceptTwice_IsOneStep()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var page = await plan.Browser.GetAsync(plan.Review);

        await plan.PressAsync(page, "Accept");
        var second = await plan.PressAsync(page, "Accept");

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Equal(1, await plan.Ward.ReadAsync(database => database.Set<ReviewStep>().CountAsync()));
    }

    [Fact]
    public async Task Post_RowChangedByAnother_IsTold()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        using var other = await plan.Ward.SignInAsync(BuiltInRole.WardAdmin);
        var seen = await other.GetAsync(plan.Review);
        await plan.PressAsync("Reject");

        var answer = await plan.PressAsync(seen, "Accept", other);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("vừa sửa dòng này", answer.Words, StringComparison.Ordinal);
        Assert.Equal(1, (await plan.RowsAsync()).Count(row => row.State == RowState.Rejected));
    }

    [Fact]
    public async Task Post_Undo_TakesTheLastStepBack()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.PressAsync("Accept");
        await plan.PressAsync("Reject");

        var answer = await plan.PressAsync("Undo");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var rows = await plan.RowsAsync();
        Assert.Equal(1, rows.Count(row => row.State == RowState.Accepted));
        Assert.DoesNotContain(rows, row => row.State == RowState.Rejected);
        await plan.PressAsync("Undo");
        Assert.All(await plan.RowsAsync(), row => Assert.Equal(RowState.Pending, row.State));
        Assert.Contains("Không còn bước nào", (await plan.PressAsync("Undo")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Merge_KeepsTheAncestry()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var rows = (await plan.RowsAsync()).Where(row => !row.IsNarrative).ToList();

        await plan.PressAsync("Merge", $"?dong={rows[1].Id}");

        var after = await plan.RowsAsync();
        var merged = after.Single(row => row.FromIds.Count == 2);
        Assert.Equal([rows[0].Id, rows[1].Id], merged.FromIds);
        Assert.Equal($"{rows[0].Content.Text} {rows[1].Content.Text}", merged.Content.Text);
        Assert.Equal(2, after.Count(row => row.State == RowState.Replaced));
        await plan.PressAsync("Undo");
        Assert.Equal(rows.Select(row => row.Id), (await plan.RowsAsync()).Where(row => !row.IsNarrative).Select(row => row.Id));
        Assert.Contains("Không có dòng phía trên", (await plan.PressAsync("Merge", $"?dong={rows[0].Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AcceptCertain_LeavesDoubtfulRowsOpen()
    {
        var plan = await ReviewedPlan.CreateAsync(host);

        await plan.PressAsync("AcceptCertain");

        Assert.All(await plan.RowsAsync(), row => Assert.Equal(row.DoubtCount == 0 && !row.IsNarrative, row.State == RowState.Accepted));
        Assert.Contains(await plan.RowsAsync(), row => row.State == RowState.Accepted);
    }

    [Fact]
    public async Task Get_ReviewOfAnotherWardOrWithoutPermission_IsRefused()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var other = await TestWard.CreateAsync(host);
        using var stranger = await other.SignInAsync();
        using var officer = await plan.Ward.SignInAsync(BuiltInRole.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(plan.Review)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{plan.Path}/cong-bo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{plan.Path}/nguon/{(await plan.RowsAsync())[0].Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(plan.Review)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"{plan.Path}/cong-bo")).Status);
    }
}
