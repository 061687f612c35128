using System.Net;
using NamRo.Kernel.Contributions;
using NamRo.Language;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Targets;

namespace NamRo.Tests.Cockpit;

[Collection("jobs")]
public sealed class DataHealthTests(TestHost host)
{
    [Fact]
    public async Task Get_EveryGap_LeadsToThePageThatMendsIt()
    {
        var plan = await Plans.ReviewedPlan.CreateAsync(host, "samples/000_plan.docx");
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());

        var page = await plan.Browser.GetAsync("/suc-khoe-du-lieu");

        foreach (var title in new[] { "Chỉ tiêu chưa có số liệu nào", "Chỉ tiêu chưa có nguồn số liệu", "Chỉ tiêu chưa đối chiếu với danh mục chung",
            "Chỉ tiêu chưa có nhiệm vụ nào phục vụ", "Nhiệm vụ chưa có người thực hiện", "Nhiệm vụ không phục vụ chỉ tiêu nào", "Đơn vị chưa có cán bộ" })
        {
            var section = page.Document.QuerySelectorAll("main section.card").Single(card => card.QuerySelector("h2")?.TextContent.Trim() == title);
            Assert.Contains("Cách bù:", section.TextContent, StringComparison.Ordinal);
            var href = section.QuerySelector(".rows a")!.GetAttribute("href")!;
            Assert.True((await plan.Browser.GetAsync(href)).Status == HttpStatusCode.OK, $"{title}: {href}");
        }
    }

    [Fact]
    public async Task Get_ComputableTargetEnteredByHand_IsNamed()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var promise = Promises.Of(Guid.CreateVersion7(), 1, "Tối thiểu 90% nhiệm vụ thực hiện cập nhật tiến độ định kỳ hằng tháng",
            Comparator.AtLeast, 90, "%", new DateOnly(2026, 1, 1));
        await ward.OpenAsync(promise);
        await browser.SubmitAsync(await browser.GetAsync($"/chi-tieu/nhap-so-lieu?don-vi={Guid.Empty}&ky=2026-02"),
            EnterFiguresTests.Cells(("0.Value", "70")), EnterFiguresTests.Form);
        await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/doi-chieu"),
            new Dictionary<string, string> { ["TargetId"] = promise.Id.ToString(), ["Choice"] = "8" });
        await browser.SubmitAsync(await browser.GetAsync($"/chi-tieu/{promise.Id}/cach-do"),
            new Dictionary<string, string> { ["Input.MeasureCode"] = "" });

        var words = (await browser.GetAsync("/suc-khoe-du-lieu")).Words;

        Assert.Contains("Chỉ tiêu hệ thống tự tính được mà còn nhập tay", words, StringComparison.Ordinal);
    }
}
