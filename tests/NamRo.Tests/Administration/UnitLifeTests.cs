using System.Net;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class UnitLifeTests(TestHost host)
{
    [Fact]
    public async Task Post_EditedUnit_IsShownAndOldVersionRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var unit = await AddUnitAsync(browser, "Phòng Kinh tế");
        var form = await browser.GetAsync(unit + "/sua");

        var first = await browser.SubmitAsync(form, Values(("Input.Name", "Phòng Kinh tế, Hạ tầng và Đô thị")));
        var second = await browser.SubmitAsync(form, Values(("Input.Name", "Phòng Khác")));

        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("Người khác vừa sửa", second.Words, StringComparison.Ordinal);
        Assert.Contains("Hạ tầng và Đô thị", (await browser.GetAsync(unit)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Alias_IsAddedOnceAndForgotten()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var unit = await AddUnitAsync(browser, "Trung tâm Phục vụ hành chính công");

        await browser.SubmitAsync(await browser.GetAsync(unit), Values(("Input.Name", "TTPVHCC")), "#add-name");
        var again = await browser.SubmitAsync(await browser.GetAsync(unit), Values(("Input.Name", "ttpvhcc")), "#add-name");
        await browser.SubmitAsync(await browser.GetAsync(unit), Values(), "main form[action*='handler=Forget'], main form[action*='Forget']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.DoesNotContain("TTPVHCC", (await browser.GetAsync(unit)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Merge_KeepsHistoryAndFormerNameAsAlias()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var former = await AddUnitAsync(browser, "Ban Quản lý chợ");
        var successor = await AddUnitAsync(browser, "Trung tâm Dịch vụ sự nghiệp công");

        var answer = await browser.SubmitAsync(await browser.GetAsync(former + "/sap-xep"), Values(
            ("Input.SuccessorIds", successor.Split('/')[^1]), ("Input.OnDate", "2027-01-01"), ("Input.Reason", "Quyết định 01/QĐ-UBND")));

        Assert.True(answer.Status == HttpStatusCode.Redirect, answer.Words);
        Assert.Contains("31/12/2026", (await browser.GetAsync(former)).Words, StringComparison.Ordinal);
        Assert.Contains("Ban Quản lý chợ", (await browser.GetAsync(successor)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EndUnitWithUnitsBelow_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var above = await AddUnitAsync(browser, "Văn phòng HĐND và UBND");
        await browser.SubmitAsync(await browser.GetAsync("/quan-tri/don-vi/moi"),
            Values(("Input.Name", "Bộ phận văn thư"), ("Input.ParentId", above.Split('/')[^1])));

        var answer = await browser.SubmitAsync(await browser.GetAsync(above + "/ket-thuc"), Values(("Input.Reason", "thử")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("đơn vị trực thuộc", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sua")]
    [InlineData("/ket-thuc")]
    [InlineData("/sap-xep")]
    public async Task Get_UnitOfAnotherWard_IsNotFound(string page)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var unit = await AddUnitAsync(browser, "Trạm Y tế");
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(unit + page)).Status);
    }

    private static async Task<string> AddUnitAsync(Browser browser, string name)
    {
        var form = await browser.GetAsync("/quan-tri/don-vi/moi");
        var id = form.Document.QuerySelector("[name='Input.Id']")!.GetAttribute("value");
        var answer = await browser.SubmitAsync(form, Values(("Input.Name", name)));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return "/quan-tri/don-vi/" + id;
    }

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
