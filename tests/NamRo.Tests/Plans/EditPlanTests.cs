using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Jobs;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

/// <summary>Putting rows right: fields, splits, units, the head of the document, rows entered by hand.</summary>
[Collection("jobs")]
public sealed class EditPlanTests(TestHost host)
{
    [Fact]
    public async Task Post_Edit_KeepsWhatTheMachineReadBesideIt()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var row = (await plan.RowsAsync())[0];
        var form = await plan.Browser.GetAsync($"{plan.Review}/{row.Id}/sua");

        var answer = await plan.Browser.SubmitAsync(form, new Dictionary<string, string>
        {
            ["Input.Text"] = "Việc đã sửa",
            ["Input.Deadline.Kind"] = "Quarter",
            ["Input.Deadline.Quarter"] = "3",
            ["Input.Deadline.Year"] = "2026",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var after = (await plan.RowsAsync()).Single(each => each.Id == row.Id);
        Assert.Equal(("Việc đã sửa", new DateOnly(2026, 9, 30)), (after.Content.Text, after.Task.Deadline.Due));
        Assert.Equal(row.Content.Text, after.Read!.Text);
        await plan.PressAsync("Undo");
        Assert.Equal(row.Content.Text, (await plan.RowsAsync()).Single(each => each.Id == row.Id).Content.Text);
    }

    [Theory]
    [InlineData("Input.Text", "")]
    [InlineData("Input.Deadline.Kind", "Date")]
    public async Task Post_EditBadInput_LosesNothing(string field, string value)
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var row = (await plan.RowsAsync())[0];
        var form = await plan.Browser.GetAsync($"{plan.Review}/{row.Id}/sua");

        var answer = await plan.Browser.SubmitAsync(form, new Dictionary<string, string>
        {
            ["Input.Output"] = "Sản phẩm vừa gõ",
            ["Input.Deadline.Date"] = "",
            [field] = value,
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Sản phẩm vừa gõ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EditOvertaken_ShowsBothAndLetsThePersonChoose()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var row = (await plan.RowsAsync())[0];
        using var other = await plan.Ward.SignInAsync();
        var slow = await other.GetAsync($"{plan.Review}/{row.Id}/sua");
        var fast = await plan.Browser.GetAsync($"{plan.Review}/{row.Id}/sua");
        await plan.Browser.SubmitAsync(fast, new Dictionary<string, string> { ["Input.Text"] = "Bản nhanh" });

        var told = await other.SubmitAsync(slow, new Dictionary<string, string> { ["Input.Text"] = "Bản chậm" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Bản nhanh", told.Words, StringComparison.Ordinal);
        Assert.Contains("Bản chậm", told.Text, StringComparison.Ordinal);
        await other.SubmitAsync(told, new Dictionary<string, string>());
        Assert.Equal("Bản chậm", (await plan.RowsAsync()).Single(each => each.Id == row.Id).Content.Text);
    }

    [Fact]
    public async Task Post_Split_MakesRowsThatNameTheirAncestor()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var row = (await plan.RowsAsync()).First(each => !each.IsNarrative);
        var form = await plan.Browser.GetAsync($"{plan.Review}/{row.Id}/tach");

        await plan.Browser.SubmitAsync(form, new Dictionary<string, string> { ["Parts"] = "Phần một\nPhần hai" });

        var after = await plan.RowsAsync();
        Assert.Equal(["Phần một", "Phần hai"], after.Where(each => each.FromIds.Contains(row.Id)).Select(each => each.Content.Text));
        Assert.Equal(RowState.Replaced, after.Single(each => each.Id == row.Id).State);
        var refused = await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Review}/{after[^1].Id}/tach"),
            new Dictionary<string, string> { ["Parts"] = "Một phần" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Post_MatchUnit_IsRememberedForEveryRowOfThatName()
    {
        var plan = await ReviewedPlan.CreateAsync(host, "seeds/003_2012e056c438d090.txt");
        await ReviewedPlan.AddUnitAsync(plan.Ward, "Đơn vị thử nghiệm");
        var unit = await plan.Ward.ReadAsync(database => database.Set<UnitRow>().SingleAsync(row => row.Name == "Đơn vị thử nghiệm"));
        var row = (await plan.RowsAsync()).First(each => each.Task is { LeadUnitId: null, LeadUnits.Count: > 0 } && !each.IsNarrative);
        var written = row.Task.LeadUnits[0];
        var page = await plan.Browser.GetAsync($"{plan.Review}?dong={row.Id}");

        var answer = await plan.Browser.SubmitAsync(page, new Dictionary<string, string> { ["unitId"] = unit.Id.ToString() },
            ".review-row[aria-current] form.match-unit");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.All((await plan.RowsAsync()).Where(each => each.Task.LeadUnits is [var name, ..] && VietnameseText.AreSame(name, written)),
            each => Assert.Equal(unit.Id, each.Task.LeadUnitId));
        Assert.Contains(await plan.Ward.ReadAsync(database => database.Set<UnitName>().ToListAsync()),
            name => name.UnitId == unit.Id && VietnameseText.AreSame(name.Name, written));
    }

    [Fact]
    public async Task Run_ReadAgain_OverwritesNoEditAndShowsWhatItWouldChange()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var row = (await plan.RowsAsync()).First(each => !each.IsNarrative);
        await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Review}/{row.Id}/sua"),
            new Dictionary<string, string> { ["Input.Text"] = "Bản của người" });

        // As if an older reader had read another output.
        await plan.Ward.InsideAsync(async (database, _) => await database.Database.ExecuteSqlAsync(
            $"update plans.plan_row set read = jsonb_set(read, '{{Output}}', '\"Sản phẩm cũ\"') where id = {row.Id}"));
        await plan.Ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<JobQueue>().Enqueue(new ReadPlan(plan.Id));
            await database.SaveChangesAsync();
        });
        await ReviewedPlan.DrainAsync(host);

        var after = (await plan.RowsAsync()).Single(each => each.Id == row.Id);
        Assert.Equal("Bản của người", after.Content.Text);
        Assert.NotNull(after.NewerRead);
        var page = await plan.Browser.GetAsync($"{plan.Review}?dong={row.Id}");
        Assert.Contains("Bản đọc mới khác", page.Words, StringComparison.Ordinal);
        await plan.Browser.SubmitAsync(page, new Dictionary<string, string>(), ".review-row[aria-current] .newer form");
        Assert.Null((await plan.RowsAsync()).Single(each => each.Id == row.Id).NewerRead);
    }

    [Fact]
    public async Task Post_PaperPlan_IsEnteredAndReviewedLikeAnyOther()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await browser.GetAsync("/ke-hoach/nhap-tay");
        var created = await browser.SubmitAsync(form, new Dictionary<string, string> { ["Input.Subject"] = "Kế hoạch chỉ có bản giấy" });
        var again = await browser.SubmitAsync(form, new Dictionary<string, string> { ["Input.Subject"] = "Kế hoạch chỉ có bản giấy" });
        Assert.Equal(created.Location, again.Location);

        var add = await browser.GetAsync(created.Location!.Replace("duyet", "duyet/them", StringComparison.Ordinal));
        await browser.SubmitAsync(add, new Dictionary<string, string> { ["Input.Text"] = "Việc ghi trên giấy" });
        await browser.SubmitAsync(add, new Dictionary<string, string> { ["Input.Text"] = "Việc ghi trên giấy" });

        var row = await ward.ReadAsync(database => database.Set<PlanRow>().SingleAsync());
        Assert.Equal((RowState.Accepted, "Việc ghi trên giấy", null), (row.State, row.Content.Text, row.Read));
        var plan = created.Location![..created.Location!.IndexOf("/duyet", StringComparison.Ordinal)];
        using var leader = await ward.SignInAsync(BuiltInRole.Leader);
        var answer = await leader.SubmitAsync(await leader.GetAsync(plan + "/cong-bo"), new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("Việc ghi trên giấy", (await leader.GetAsync(plan + "/in")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Header_IsKeptByTheNextReading()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var form = await plan.Browser.GetAsync(plan.Path + "/van-ban");

        await plan.Browser.SubmitAsync(form, new Dictionary<string, string> { ["Input.Number"] = "999/KH-UBND" });
        var overtaken = await plan.Browser.SubmitAsync(form, new Dictionary<string, string> { ["Input.Number"] = "1/KH-UBND" });
        await plan.Ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<JobQueue>().Enqueue(new ReadPlan(plan.Id));
            await database.SaveChangesAsync();
        });
        await ReviewedPlan.DrainAsync(host);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, overtaken.Status);
        Assert.Equal("999/KH-UBND", await plan.Ward.ReadAsync(database => database.Set<PlanDocument>().Select(row => row.Number).SingleAsync()));
    }
}
