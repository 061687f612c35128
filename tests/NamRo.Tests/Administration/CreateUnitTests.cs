using System.Net;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class CreateUnitTests(TestHost host)
{
    private const string Path = "/quan-tri/don-vi/moi";

    [Fact]
    public async Task Post_NewUnit_IsListedAndAudited()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await SubmitAsync(browser, "Phòng Văn hóa - Xã hội");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("Phòng Văn hóa - Xã hội", (await browser.FollowAsync(answer)).Words, StringComparison.Ordinal);
        var audit = (await browser.GetAsync("/quan-tri/nhat-ky")).Words;
        Assert.Contains("Thêm đơn vị", audit, StringComparison.Ordinal);
        var logged = (await ward.EventsAsync()).Single(row => row.Kind == "UnitCreated");
        Assert.Contains("\"name\":\"Phòng Văn hóa - Xã hội\"", logged.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameFormTwice_CreatesOneUnit()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var form = await browser.GetAsync(Path);
        var values = new Dictionary<string, string> { ["Input.Name"] = "Công an phường" };

        await browser.SubmitAsync(form, values);
        var second = await browser.SubmitAsync(form, values);

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Single(await ward.EventsAsync(), row => row.Kind == "UnitCreated");
    }

    [Fact]
    public async Task Post_NameTakenInAnotherSpelling_IsRefusedAndNothingTypedIsLost()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await SubmitAsync(browser, "Phòng Văn hoá - Xã hội");

        var answer = await SubmitAsync(browser, "PHÒNG VĂN HÓA – XÃ HỘI");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("đã có đơn vị", answer.Words, StringComparison.Ordinal);
        Assert.Equal("PHÒNG VĂN HÓA – XÃ HỘI", answer.Document.QuerySelector("[name='Input.Name']")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Name", "long")]
    [InlineData("Input.ValidFrom", "hôm nay")]
    [InlineData("Input.Kind", "Bakery")]
    [InlineData("Input.ParentId", "019aa6d0-0000-7000-8000-000000000000")]
    public async Task Post_BadInput_IsShownAgainWithAMessage(string field, string value)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var values = new Dictionary<string, string> { ["Input.Name"] = "Trạm Y tế", [field] = value == "long" ? new string('a', 5000) : value };

        var answer = await browser.SubmitAsync(await browser.GetAsync(Path), values);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain(await ward.EventsAsync(), row => row.Kind == "UnitCreated");
    }

    [Fact]
    public async Task Post_ScriptInName_IsShownAsText()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var list = await browser.FollowAsync(await SubmitAsync(browser, "<script>alert(1)</script>"));

        Assert.DoesNotContain("<script>alert", list.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Officer);

        var answer = await browser.GetAsync(Path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("chưa được giao quyền", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await browser.PostAsync(Path, [new("Input.Name", "Đội giả mạo")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Biểu mẫu đã hết hạn", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OtherWard_SeesNothingOfIt()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await SubmitAsync(browser, "Ban Chỉ huy quân sự");
        var other = await TestWard.CreateAsync(host);
        using var stranger = await other.SignInAsync();

        var list = await stranger.GetAsync("/quan-tri/don-vi");
        var audit = await stranger.GetAsync("/quan-tri/nhat-ky");

        Assert.DoesNotContain("Ban Chỉ huy quân sự", list.Words + audit.Words, StringComparison.Ordinal);
    }

    private static async Task<Page> SubmitAsync(Browser browser, string name) =>
        await browser.SubmitAsync(await browser.GetAsync(Path), new Dictionary<string, string> { ["Input.Name"] = name });
}
