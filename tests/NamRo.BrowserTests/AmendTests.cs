using Microsoft.Playwright;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Plans;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>A published plan is amended, covered against the city's plan, edited in Excel; the ward's words are taught.</summary>
public sealed class AmendTests(BrowserFixture fixture, TestHost host)
{
    private static string Data => Path.Combine(Repository.Root, "tests", "data");

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Amend_CompareDecideApprove(int width)
    {
        var former = await ReviewedPlan.OfTextAsync(host, "12.md", AmendedPlan.Former);
        await former.AcceptAllAsync();
        using (var publisher = await former.Ward.SignInAsync(BuiltInRole.Leader))
        {
            await publisher.SubmitAsync(await publisher.GetAsync($"{former.Path}/cong-bo"), new Dictionary<string, string>());
        }

        var plan = await former.AlsoAsync("45.md", System.Text.Encoding.UTF8.GetBytes(AmendedPlan.Amending));
        await plan.AcceptAllAsync();
        await using var visit = await SignInAsync(plan.Ward, BuiltInRole.Secretariat, width);
        await visit.OpenAsync(plan.Path);
        await visit.CheckPageAsync($"amend-plan-{width}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Điều chỉnh kế hoạch đã công bố" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Kế hoạch được điều chỉnh")).ToBeVisibleAsync();
        await visit.CheckPageAsync($"amend-propose-{width}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "So sánh từng dòng" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("So sánh với kế hoạch trước");
        foreach (var view in new[] { "thay-doi", "them", "khong-nhac-lai", "giu-nguyen" })
        {
            await visit.OpenAsync($"{plan.Path}/dieu-chinh?xem={view}");
            await visit.CheckPageAsync($"amend-{view}-{width}");
        }

        await visit.OpenAsync($"{plan.Path}/dieu-chinh?xem=khong-nhac-lai");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Chuyển tiếp sang kế hoạch mới" }).ClickAsync();
        await Expect(visit.Page.Locator(".diff-line .status").First).ToContainTextAsync("Chuyển tiếp");
        await using var leader = await SignInAsync(plan.Ward, BuiltInRole.Leader, width);
        await leader.OpenAsync($"{plan.Path}/dieu-chinh/phe-duyet");
        await leader.CheckPageAsync($"amend-approve-{width}");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Phê duyệt" }).ClickAsync();
        await Expect(leader.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã phê duyệt điều chỉnh");
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Cover_ConfirmAMatch(int width)
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AlsoAsync("city.md", await File.ReadAllBytesAsync(Path.Combine(Data, "coverage", "invented_city_plan.md")));
        await using var visit = await SignInAsync(plan.Ward, BuiltInRole.Secretariat, width);
        await visit.OpenAsync($"{plan.Path}/bao-quat");
        await visit.CheckPageAsync($"cover-{width}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đúng" }).First.ClickAsync();
        await Expect(visit.Page.Locator(".diff-match").First).ToContainTextAsync("đã xác nhận");
        await visit.OpenAsync($"{plan.Path}/bao-quat?xem=chua-nhan");
        await visit.CheckPageAsync($"cover-left-out-{width}");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Words_TeachAndForget(int width)
    {
        var ward = await TestWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward, BuiltInRole.Secretariat, width);
        await visit.OpenAsync("/ke-hoach/tu-ngu");
        await visit.CheckPageAsync($"words-empty-{width}");
        await visit.Page.GetByLabel("Chữ trên tiêu đề cột").FillAsync("Ai lo");
        await visit.Page.GetByLabel("Cột này ghi").SelectOptionAsync(new SelectOptionValue { Label = "Đơn vị chủ trì" });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ghi nhớ" }).ClickAsync();
        await Expect(visit.Page.Locator("main table")).ToContainTextAsync("Ai lo");
        await visit.CheckPageAsync($"words-{width}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bỏ “Ai lo”" }).ClickAsync();
        await Expect(visit.Page.Locator("#main")).ToContainTextAsync("Chưa ghi nhớ từ ngữ nào");
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Excel_ExportAndImportAgain(int width)
    {
        var plan = await ReviewedPlan.CreateAsync(host, "seeds/003_2012e056c438d090.txt");
        await using var visit = await SignInAsync(plan.Ward, BuiltInRole.Secretariat, width);
        await visit.OpenAsync($"{plan.Path}/nhap-excel");
        await visit.CheckPageAsync($"import-{width}");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xuất Excel" }).ClickAsync());
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(await SavedAsync(download));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Expect(visit.Page.Locator("#main")).ToContainTextAsync("0 dòng thêm mới, 0 dòng thay đổi");
        await visit.CheckPageAsync($"import-preview-{width}");
    }

    private static async Task<string> SavedAsync(IDownload download)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("namro-download-").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    private async Task<Visit> SignInAsync(TestWard ward, string role, int width) =>
        await Visit.SignedInAsync(fixture, host, await ward.AddPersonAsync(role), width);
}
