using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class CoverPlanTests(TestHost host)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Get_CityPlan_SaysWhatIsTakenUpAndWhatIsLeftOut()
    {
        var (plan, city) = await ReadBothAsync();

        var all = await plan.Browser.GetAsync($"{plan.Path}/bao-quat");
        var left = await plan.Browser.GetAsync($"{plan.Path}/bao-quat?cap-tren={city.Id}&xem=chua-nhan");
        var lower = await plan.Browser.GetAsync($"{plan.Path}/bao-quat?cap-tren={city.Id}&xem=thap-hon");

        Assert.Equal(city.Id.ToString(), all.Document.QuerySelector("#upper-plan option[selected]")?.GetAttribute("value"));
        Assert.Contains("Cam kết cao hơn", all.Words, StringComparison.Ordinal);
        Assert.Contains("Cùng nói:", all.Words, StringComparison.Ordinal);
        Assert.Contains("Kinh tế số chiếm", left.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Mức độ hài lòng của người dân", left.Words, StringComparison.Ordinal);
        Assert.All(lower.Document.QuerySelectorAll("main .diff-line > header .status"),
            status => Assert.Contains("Thấp hơn cấp trên", status.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ConfirmedAndDenied_IsKept()
    {
        var (plan, _) = await ReadBothAsync();
        var page = await plan.Browser.GetAsync($"{plan.Path}/bao-quat");
        var denied = page.Document.QuerySelectorAll("main form:has(input[name=isConfirmed][value=false]) input[name=own]")[0].GetAttribute("value");

        var confirmed = await plan.Browser.SubmitAsync(page, Nothing, "main .diff-match form:has(input[value=true])");
        var denial = await plan.Browser.SubmitAsync(page, Nothing, "main .diff-match form:has(input[value=false])");

        Assert.Equal(HttpStatusCode.Redirect, confirmed.Status);
        Assert.Equal(HttpStatusCode.Redirect, denial.Status);
        var choice = await plan.Ward.ReadAsync(database => database.Set<CoverageChoice>().SingleAsync());
        Assert.Equal((denied, false), (choice.OwnRowId.ToString(), choice.IsConfirmed));
        Assert.Equal(2, (await plan.Ward.EventsAsync()).Count(row => row.Kind == "CoverageDecided"));
    }

    [Fact]
    public async Task Post_RowChosenByHand_IsTakenUp()
    {
        var (plan, city) = await ReadBothAsync();
        var page = await plan.Browser.GetAsync($"{plan.Path}/bao-quat?cap-tren={city.Id}&xem=chua-nhan");
        var own = page.Document.QuerySelectorAll("main datalist option")[0].GetAttribute("value")!;

        var none = await plan.Browser.SubmitAsync(page, Nothing, "main details form");
        var answer = await plan.Browser.SubmitAsync(page, new Dictionary<string, string> { ["ownWords"] = own }, "main details form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.True((await plan.Ward.ReadAsync(database => database.Set<CoverageChoice>().SingleAsync())).IsConfirmed);
    }

    [Fact]
    public async Task Publish_PlanUnderACityPlan_KeepsItsCoverageToBeCounted()
    {
        var (plan, city) = await ReadBothAsync();
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), Nothing);
        await ReviewedPlan.DrainAsync(host);

        var kept = await plan.Ward.ReadAsync(database => database.Set<CoverageRecord>().ToListAsync());
        var left = await plan.Browser.GetAsync($"{plan.Path}/bao-quat?cap-tren={city.Id}&xem=chua-nhan");
        var figure = await plan.Browser.GetAsync("/cach-tinh/bao-quat-cap-tren?phan=con-lai");

        Assert.All(kept, row => Assert.Equal(city.Id, row.UpperPlanId));
        Assert.Contains(kept, row => row.IsTakenUp);
        var missing = kept.Where(row => !row.IsTakenUp).ToList();
        Assert.Contains($"Chưa nhận {missing.Count}", left.Words, StringComparison.Ordinal);
        Assert.Equal(missing.Count, figure.Document.QuerySelectorAll("main .rows a[href$='/bao-quat']").Length);
        Assert.Equal(HttpStatusCode.OK, (await plan.Browser.GetAsync("/cach-tinh/ke-hoach-da-duyet?phan=dat")).Status);
    }

    [Fact]
    public async Task Get_NoCityPlan_TeachesTheNextStep()
    {
        var plan = await ReviewedPlan.CreateAsync(host, "seeds/003_2012e056c438d090.txt");

        var page = await plan.Browser.GetAsync($"{plan.Path}/bao-quat");

        Assert.Contains("Chưa có kế hoạch cấp trên", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OtherWard_IsNotFoundAndOfficersOnlyRead()
    {
        var (plan, city) = await ReadBothAsync();
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();
        using var officer = await plan.Ward.SignInAsync(BuiltInRole.Officer);

        var page = await officer.GetAsync($"{plan.Path}/bao-quat?cap-tren={city.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{plan.Path}/bao-quat")).Status);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main .diff-line form"));
    }

    private async Task<(ReviewedPlan Plan, ReviewedPlan City)> ReadBothAsync()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var city = await plan.AlsoAsync("city.md",
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "data", "coverage", "invented_city_plan.md")));
        return (plan, city);
    }
}
