using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Settings;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class SettingsTests(TestHost host)
{
    private const string Path = "/quan-tri/cai-dat";

    [Fact]
    public async Task Post_NewValue_IsReadAuditedAndTakenBack()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await SubmitAsync(browser, "30");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(30, await ReadAsync(ward));
        var change = Assert.Single(await ward.EventsAsync(), row => row.Kind == nameof(SettingChanged));
        Assert.Contains("\"after\":\"30\"", change.Data, StringComparison.Ordinal);
        var page = await browser.GetAsync(Path);
        Assert.Contains("Lấy lại", page.Words, StringComparison.Ordinal);

        await browser.SubmitAsync(page, new Dictionary<string, string>(), "form[action*=Undo]");

        Assert.Equal(15, await ReadAsync(ward));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("61")]
    [InlineData("mười")]
    public async Task Post_BeyondTheLimits_IsRefusedAndKept(string typed)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var answer = await SubmitAsync(browser, typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("số nguyên từ 2 đến 60", answer.Words, StringComparison.Ordinal);
        Assert.Equal(typed, answer.Document.QuerySelector("[name='Input[0].Text']")?.GetAttribute("value"));
        Assert.Equal(15, await ReadAsync(ward));
    }

    [Fact]
    public async Task Post_ChangedMeanwhile_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var old = await browser.GetAsync(Path);
        await SubmitAsync(browser, "30");

        var answer = await browser.SubmitAsync(old, new Dictionary<string, string> { ["Input[0].Text"] = "20" }, "main form[data-draft]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("người khác vừa đổi", answer.Words, StringComparison.Ordinal);
        Assert.Equal(30, await ReadAsync(ward));
    }

    [Fact]
    public async Task Post_ByOneWhoMayOnlyRead_IsForbidden()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        using var leader = await ward.SignInAsync(BuiltInRole.Leader);
        var form = await admin.GetAsync(Path);
        var own = await leader.GetAsync(Path);

        Assert.Null(own.Document.QuerySelector("[name='Input[0].Text']"));
        var answer = await leader.SubmitAsync(own, new Dictionary<string, string> { ["Input[0].Text"] = "30" }, "main form[data-draft]");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(15, await ReadAsync(ward));
        Assert.NotNull(form);
    }

    [Fact]
    public async Task Undo_OfAnotherWard_IsNotFound()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await SubmitAsync(browser, "30");
        var sequence = (await ward.EventsAsync()).Single(row => row.Kind == nameof(SettingChanged)).Sequence;
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();

        var answer = await stranger.SubmitAsync(await stranger.GetAsync(Path), new Dictionary<string, string>(), "main form[data-draft]");
        var undo = await stranger.PostAsync($"{Path}?handler=Undo&event={sequence}",
            [new("__RequestVerificationToken", (await stranger.GetAsync(Path)).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(HttpStatusCode.NotFound, undo.Status);
        Assert.Equal(30, await ReadAsync(ward));
    }

    [Fact]
    public void Kinds_AcceptWhatFits()
    {
        var time = WardSetting.Time("test.time", "Giờ", "", new TimeOnly(7, 30));
        var choice = WardSetting.Choice("test.choice", "Mục", "", "a", new("a", "A"), new("b", "B"));
        var words = WardSetting.Words("test.words", "Chữ", "", "x", least: 1, most: 3);
        var flag = WardSetting.YesNo("test.flag", "Cờ", "", value: true);

        Assert.Equal(new TimeOnly(7, 30), time.Read(time.Default));
        Assert.Equal("08:05", Assert.IsType<Outcome<string>.Done>(time.Accept("8:05")).Value);
        Assert.All(new[] { time.Accept("25:00"), choice.Accept("c"), words.Accept(""), words.Accept("abcd"), flag.Accept("có") },
            outcome => Assert.IsType<Outcome<string>.Refused>(outcome));
        Assert.True(flag.Read(flag.Default));
    }

    [Fact]
    public async Task Session_IdleForLongerThanTheWardAllows_Ends()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        await SetLastSeenAsync(ward, minutes: 6);

        var lost = await admin.GetAsync("/quan-tri/don-vi");
        var kept = await officer.GetAsync("/quan-tri/don-vi");

        Assert.Contains("/dang-nhap", lost.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
    }

    private static async Task SetLastSeenAsync(TestWard ward, int minutes) => await ward.InsideAsync(async (database, services) =>
    {
        var seen = services.GetRequiredService<NamRo.Kernel.Time.WardClock>().Now.AddMinutes(-minutes);
        var sessions = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
            database.Set<NamRo.Administration.Domain.SignInSession>().Where(row => row.ChosenWardId == ward.Id));
        sessions.ForEach(row => row.LastSeenAt = seen);
        await database.SaveChangesAsync();
        services.GetRequiredService<NamRo.Administration.Access.AccessDirectory>().Forget();
    });

    private static Task<Page> SubmitAsync(Browser browser, string minutes) => SubmitAsync(browser, new Dictionary<string, string> { ["Input[0].Text"] = minutes });

    private static async Task<Page> SubmitAsync(Browser browser, Dictionary<string, string> values) =>
        await browser.SubmitAsync(await browser.GetAsync(Path), values, "main form[data-draft]");

    private static async Task<int> ReadAsync(TestWard ward)
    {
        var value = 0;
        await ward.InsideAsync(async (_, services) =>
            value = await services.GetRequiredService<WardSettings>().GetAsync(AdministrationSetting.IdleMinutes, default));
        return value;
    }
}
