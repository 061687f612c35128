using System.Net;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Cockpit;

public sealed class MeasurePageTests(TestHost host)
{
    private const string Expression = "đếm(nhiệm_vụ khi trạng_thái = 'Quá hạn')";

    [Fact]
    public async Task Get_AFigure_LeadsToTheRowsCounted()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);

        var list = await browser.GetAsync("/cach-tinh");
        Assert.Contains("Tỷ lệ (%) nhiệm vụ phải cập nhật đã cập nhật, trong số nhiệm vụ phải cập nhật tháng trong kỳ.", list.Words, StringComparison.Ordinal);
        var rest = await browser.GetAsync($"/cach-tinh/{WorkFigure.MonthlyUpdate}?phan=con-lai");
        Assert.Equal(14, rest.Document.QuerySelectorAll("main .rows a[href^='/nhiem-vu/']").Length);
        var met = await browser.GetAsync($"/cach-tinh/{WorkFigure.MonthlyUpdate}?phan=dat");
        Assert.Equal(6, met.Document.QuerySelectorAll("main .rows a[href^='/nhiem-vu/']").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/cach-tinh/khong-co")).Status);
    }

    [Fact]
    public async Task Post_OwnFigure_IsKeptOnceAndTaken()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await browser.GetAsync("/cach-tinh/viet");
        var fields = new Dictionary<string, string> { ["Input.Title"] = "Việc quá hạn", ["Input.Expression"] = Expression };

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(form, fields)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(form, fields)).Status);

        var list = await browser.GetAsync("/cach-tinh");
        Assert.Contains("Số nhiệm vụ trạng thái là “Quá hạn”.", list.Words, StringComparison.Ordinal);
        Assert.Single(await ward.EventsAsync(), row => row.Kind == "MeasureWritten");
        var other = await TestWard.CreateAsync(host);
        using var stranger = await other.SignInAsync(BuiltInRole.Secretariat);
        var code = list.Document.QuerySelector("main a[href^='/cach-tinh/rieng-']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(code)).Status);
    }

    [Theory]
    [InlineData("đếm(nhiệm_vụ khi han_nop trong_kỳ)", "không có trường")]
    [InlineData("đếm(nhiệm_vụ); drop table work.work_task", "Câu đã trọn")]
    public async Task Post_WrongExpression_SaysWhereAndLosesNothing(string expression, string message)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var answer = await browser.SubmitAsync(await browser.GetAsync("/cach-tinh/viet"),
            new Dictionary<string, string> { ["Input.Title"] = "Thử", ["Input.Expression"] = expression });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Words, StringComparison.Ordinal);
        Assert.Contains("Vị trí", answer.Words, StringComparison.Ordinal);
        Assert.Contains(expression[..12], answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        var ward = await TestWard.CreateAsync(host);
        using var head = await ward.SignInAsync(BuiltInRole.UnitHead);

        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/cach-tinh/viet")).Status);
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/cach-tinh")).Status);
    }
}
