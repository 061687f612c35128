using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

/// <summary>Several people in one review: they see one another, and take back older steps.</summary>
[Collection("jobs")]
public sealed class ReviewTogetherTests(TestHost host)
{
    [Fact]
    public async Task Watch_TwoPeople_SeeEachOtherAndNotThemselves()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        using var colleague = await plan.Ward.SignInAsync(BuiltInRole.Secretariat);
        var watch = plan.Review + "/cung-xem";

        var alone = await plan.Browser.GetAsync(watch);
        var second = await colleague.GetAsync(watch);
        var first = await plan.Browser.GetAsync(watch);

        Assert.DoesNotContain("cũng đang xem", alone.Words, StringComparison.Ordinal);
        Assert.Contains("cũng đang xem", second.Words, StringComparison.Ordinal);
        Assert.Contains("cũng đang xem", first.Words, StringComparison.Ordinal);
        Assert.NotNull((await plan.Browser.GetAsync(plan.Review)).Document.QuerySelector($"turbo-frame#watchers[src='{watch}']"));
    }

    [Fact]
    public async Task Undo_AnOlderStep_TakesItBackAndLeavesTheLaterOne()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.PressAsync("Accept");
        await plan.PressAsync("Accept");
        var decided = (await plan.RowsAsync()).Where(row => row.State == RowState.Accepted).Select(row => row.Id).ToList();
        var page = await plan.Browser.GetAsync(plan.Review + "/cac-buoc");
        var older = page.Document.QuerySelectorAll("main input[name=step]")[^1].GetAttribute("value")!;

        var answer = await plan.Browser.SubmitAsync(page, new Dictionary<string, string> { ["step"] = older });
        var again = await plan.Browser.SubmitAsync(page, new Dictionary<string, string> { ["step"] = older });

        Assert.Equal((2, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (decided.Count, answer.Status, again.Status));
        var step = await plan.Ward.ReadAsync(database => database.Set<ReviewStep>().SingleAsync(each => each.Id == Guid.Parse(older)));
        Assert.Equal(decided.Except([step.Rows[0].Id]), (await plan.RowsAsync()).Where(row => row.State == RowState.Accepted).Select(row => row.Id));
        Assert.Contains("đã hoàn tác lúc", (await plan.Browser.GetAsync(plan.Review + "/cac-buoc")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_ToAPersonWhoReadsEnglish_IsInEnglish()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        leader.Use([new Cookie("namro.language", "c=en-GB|uic=en-GB")]);

        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());

        Assert.Matches("Not published: [0-9]+ rows are not reviewed", answer.Words);
    }

    [Theory]
    [InlineData("Báo cáo kết quả", false)]
    [InlineData("-", true)]
    [InlineData("Kế hoạch của Ủy ban nhân dân về", true)]
    [InlineData("Quý II/2026", true)]
    [InlineData("Phòng Văn hóa - Xã hội", true)]
    public void Output_ThatIsNoProduct_IsDoubtful(string output, bool isDoubtful)
    {
        var task = new TaskContent
        {
            Text = "Nâng cấp mạng nội bộ",
            LeadUnitId = Guid.CreateVersion7(),
            LeadUnits = ["Phòng Văn hóa - Xã hội"],
            DeadlineText = "Quý II/2026",
            Deadline = new Deadline(DeadlineKind.Quarter, new DateOnly(2026, 6, 30)),
            Output = output,
        };

        Assert.Equal(isDoubtful ? 1 : 0, RowDoubts.Of(task, 1).Count);
    }
}
