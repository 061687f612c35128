using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Notices;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class RoleTests(TestHost host)
{
    private const string Path = "/quan-tri/vai-tro";

    [Fact]
    public async Task OwnRole_GivesWhatItSays_UntilItIsTakenAway()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var code = await DefineAsync(admin, "Đầu mối chuyển đổi số", "administration.audit.read");
        var officer = await ward.AddPersonAsync(code);
        using var browser = await SignInAsync(officer);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/quan-tri/nhat-ky")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Path)).Status);
        var list = await admin.GetAsync(Path);
        Assert.Contains("Đầu mối chuyển đổi số", list.Words, StringComparison.Ordinal);
        Assert.Contains("Quản trị phường, xã", list.Words, StringComparison.Ordinal);
        var refused = await admin.SubmitAsync(await admin.GetAsync($"{Path}/{code}"), None, "form[action*=Remove]");
        Assert.Contains("Còn người đang giữ", refused.Words, StringComparison.Ordinal);

        var edit = await admin.GetAsync($"{Path}/{code}/sua");
        var saved = await admin.PostAsync(edit.Path, Fields(edit, "Đầu mối", "administration.unit.read"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/quan-tri/nhat-ky")).Status);
        Assert.Equal(2, (await ward.EventsAsync()).Count(row => row.Kind == "RoleDefined"));
    }

    [Fact]
    public async Task OwnRole_BeyondOnesOwnPermissions_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var form = await admin.FollowAsync(await admin.GetAsync(Path + "/moi"));

        foreach (var permission in new[] { "administration.ward.enter", "no.such.thing" })
        {
            var answer = await admin.PostAsync(form.Path, Fields(form, "Vua", permission));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("những quyền anh, chị đang có", answer.Words, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync(form.Path, Fields(form, "Lãnh đạo", "administration.unit.read"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync(form.Path, Fields(form, ""))).Status);
        Assert.DoesNotContain(await ward.EventsAsync(), row => row.Kind == "RoleDefined");
    }

    [Fact]
    public async Task OwnRole_OfAnotherWard_IsNotThere()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var code = await DefineAsync(admin, "Vai riêng", "administration.unit.read");
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Path}/{code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Path}/{code}/sua")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Path}/ward_admin/sua")).Status);
        Assert.DoesNotContain("Vai riêng", (await stranger.GetAsync(Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnRole_SameFormTwice_IsOneRole_AndAnOldFormIsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var form = await admin.FollowAsync(await admin.GetAsync(Path + "/moi"));
        await admin.PostAsync(form.Path, Fields(form, "Một", "administration.unit.read"));
        await admin.PostAsync(form.Path, Fields(form, "Một", "administration.unit.read"));
        var address = form.Path.Split('?')[0];
        var old = await admin.GetAsync(address);
        await admin.PostAsync(address, Fields(old, "Hai", "administration.unit.read"));

        var answer = await admin.PostAsync(address, Fields(old, "Ba", "administration.unit.read"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Người khác vừa sửa", answer.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await ward.EventsAsync()).Count(row => row.Kind == "RoleDefined"));
    }

    [Fact]
    public async Task SecondFactor_OfAnotherPerson_IsResetWithAReasonAndToldThem()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var (name, person) = await AddWithSecondFactorAsync(ward);
        var path = $"/quan-tri/can-bo/{person}/dat-lai-hai-lop";

        var empty = await admin.SubmitAsync(await admin.GetAsync(path), Reason(""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var done = await admin.SubmitAsync(await admin.GetAsync(path), Reason("Mất điện thoại, đã gặp trực tiếp"));

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var logged = (await ward.EventsAsync()).Single(row => row.Kind == "SecondFactorReset");
        Assert.Equal("Mất điện thoại, đã gặp trực tiếp", logged.Reason);
        Assert.Contains(await ward.ReadAsync(database => database.Set<NoticeRow>().ToListAsync()), row => row.PersonId == person);
        using var own = await SignInAsync(name);
        Assert.Equal("/doi-mat-khau", (await own.GetAsync("/quan-tri/don-vi")).Location?.Split('?')[0]);
        var again = await admin.SubmitAsync(await admin.GetAsync(path), Reason("Lần nữa xem sao"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(path)).Status);
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Passkey_BadAnswers_AreRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var form = await browser.GetAsync("/tai-khoan/khoa-truy-cap");
        var values = new Dictionary<string, string> { ["Input.Name"] = "Máy tính", ["Input.Password"] = TestWard.Password, ["Credential"] = "{}" };

        var options = await browser.SubmitAsync(form with { Path = form.Path + "?handler=Options" }, None, "main form[data-passkey]");
        Assert.Contains("\"challenge\"", options.Text, StringComparison.Ordinal);
        Assert.Contains("\"userVerification\":\"required\"", options.Text, StringComparison.Ordinal);
        var wrong = await browser.SubmitAsync(form, new Dictionary<string, string>(values) { ["Input.Password"] = "Sai-mat-khau-0000" }, "main form[data-passkey]");
        Assert.Contains("Mật khẩu không đúng", wrong.Words, StringComparison.Ordinal);
        var made = await browser.SubmitAsync(form, values, "main form[data-passkey]");
        Assert.Contains("Không nhận được khóa", made.Words, StringComparison.Ordinal);
        using var visitor = host.NewBrowser();
        var signIn = await visitor.SubmitAsync(await visitor.GetAsync("/dang-nhap"), new Dictionary<string, string> { ["Credential"] = "{}" }, "main form[data-passkey]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, signIn.Status);
        Assert.Contains("Khóa này không đăng nhập được", signIn.Words, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> None = [];

    private static Dictionary<string, string> Reason(string text) => new() { ["Input.Reason"] = text };

    private static async Task<string> DefineAsync(Browser admin, string title, string permission)
    {
        var form = await admin.FollowAsync(await admin.GetAsync(Path + "/moi"));
        var saved = await admin.PostAsync(form.Path, Fields(form, title, permission));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return saved.Location!.Split('/')[^1];
    }

    private static List<KeyValuePair<string, string>> Fields(Page form, string title, params string[] permissions) =>
    [
        .. form.Document.QuerySelectorAll("main form[data-draft] input[type=hidden]")
            .Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
        new("Input.Title", title), .. permissions.Select(code => new KeyValuePair<string, string>("Input.Permissions", code)),
    ];

    private async Task<Browser> SignInAsync(string name)
    {
        var browser = host.NewBrowser();
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = TestWard.Password });
        return browser;
    }

    private static async Task<(string Name, Guid Person)> AddWithSecondFactorAsync(TestWard ward)
    {
        var name = await ward.AddPersonAsync(BuiltInRole.Officer);
        var person = Person.Create(Guid.CreateVersion7(), "Nguyễn Văn An", null, null);
        await ward.InsideAsync(async (database, services) =>
        {
            var accounts = services.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByNameAsync(name))!;
            await accounts.ResetAuthenticatorKeyAsync(account);
            await accounts.SetTwoFactorEnabledAsync(account, true);
            person.AccountId = account.Id;
            database.Add(person);
            services.GetRequiredService<NamRo.Kernel.Events.EventLog>().Record(new TestHappened(new NamRo.Kernel.Events.EventSubject("Person", person.Id, "An")));
            await database.SaveChangesAsync();
        });
        return (name, person.Id);
    }
}
