using System.Net;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class AuditTests(TestHost host)
{
    [Fact]
    public async Task Get_FilteredByActAndText_ShowsOnlyThose()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await AddUnitAsync(browser, "Phòng Kinh tế");
        await AddUnitAsync(browser, "Trạm Y tế");

        var page = await browser.GetAsync("/quan-tri/nhat-ky?viec=UnitCreated&doi-tuong=kinh");

        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Phòng Kinh tế", row.TextContent, StringComparison.Ordinal);
        var detail = await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("administration.org_unit", detail.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Verify_SaysTheChainIsWhole()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Auditor);

        var page = await browser.SubmitAsync(await browser.GetAsync("/quan-tri/nhat-ky/kiem-tra"), new Dictionary<string, string>());

        Assert.Contains("Chuỗi nguyên vẹn", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Export_NeverHandsAFormulaToASpreadsheet()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await AddUnitAsync(browser, "=HYPERLINK(\"http://x\")");

        var export = await browser.GetAsync("/quan-tri/nhat-ky/xuat?viec=UnitCreated");

        Assert.Equal(HttpStatusCode.OK, export.Status);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", export.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", export.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quan-tri/nhat-ky")]
    [InlineData("/quan-tri/nhat-ky/1")]
    [InlineData("/quan-tri/nhat-ky/xuat")]
    [InlineData("/quan-tri/nhat-ky/kiem-tra")]
    [InlineData("/quan-tri/viec-nen")]
    [InlineData("/quan-tri/phuong-xa")]
    public async Task Get_AsOfficer_IsForbidden(string path)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
    }

    private static async Task AddUnitAsync(Browser browser, string name) =>
        await browser.SubmitAsync(await browser.GetAsync("/quan-tri/don-vi/moi"), new Dictionary<string, string> { ["Input.Name"] = name });
}
