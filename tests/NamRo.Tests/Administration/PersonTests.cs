using System.Net;
using System.Text.RegularExpressions;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed partial class PersonTests(TestHost host)
{
    [Fact]
    public async Task Post_NewPerson_GetsAccountRoleAndMustChangePassword()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var person = await AddPersonAsync(admin, "Nguyễn Thị Bình");
        var name = "binh" + ward.Id.ToString("N")[24..];
        var shown = await admin.SubmitAsync(await admin.GetAsync(person), Values(("Account.UserName", name)), "#open-account");
        var password = OneTimePassword().Match(shown.Words).Value;
        var given = await admin.SubmitAsync(await admin.GetAsync(person), Values(("Role.RoleCode", BuiltInRole.Officer)), "#give-role");
        Assert.Equal(HttpStatusCode.Redirect, given.Status);

        using var browser = host.NewBrowser();
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"), Values(("Input.UserName", name), ("Input.Password", password)));
        var sentTo = await browser.GetAsync("/quan-tri/don-vi");
        var change = await browser.SubmitAsync(await browser.GetAsync("/doi-mat-khau"),
            Values(("Input.Current", password), ("Input.Chosen", TestWard.Password), ("Input.Repeated", TestWard.Password)));

        Assert.Equal("/doi-mat-khau", sentTo.Location);
        Assert.Equal("/", change.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/quan-tri/don-vi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/quan-tri/don-vi/moi")).Status);
    }

    [Fact]
    public async Task Post_RevokedRole_IsFeltAtOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var person = await AddPersonAsync(admin, "Trần Văn Cường");
        var name = "cuong" + ward.Id.ToString("N")[24..];
        var shown = await admin.SubmitAsync(await admin.GetAsync(person), Values(("Account.UserName", name)), "#open-account");
        await admin.SubmitAsync(await admin.GetAsync(person), Values(("Role.RoleCode", BuiltInRole.WardAdmin)), "#give-role");
        var password = OneTimePassword().Match(shown.Words).Value;
        using var browser = host.NewBrowser();
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"), Values(("Input.UserName", name), ("Input.Password", password)));
        await browser.SubmitAsync(await browser.GetAsync("/doi-mat-khau"),
            Values(("Input.Current", password), ("Input.Chosen", TestWard.Password), ("Input.Repeated", TestWard.Password)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/quan-tri/nhat-ky")).Status);

        await admin.SubmitAsync(await admin.GetAsync(person), Values(), "main form[action*='Revoke']");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/quan-tri/nhat-ky")).Status);
    }

    [Fact]
    public async Task Post_CityRoleInAWard_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var person = await AddPersonAsync(admin, "Lê Văn Dũng");
        await admin.SubmitAsync(await admin.GetAsync(person), Values(("Account.UserName", "dung" + ward.Id.ToString("N")[24..])), "#open-account");

        var answer = await admin.SubmitAsync(await admin.GetAsync(person), Values(("Role.RoleCode", BuiltInRole.CityAdmin)), "#give-role");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain(await ward.EventsAsync(), row => row.Kind == "RoleGiven");
    }

    [Fact]
    public async Task Post_ContactDetails_StayOutOfTheLog()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        await AddPersonAsync(admin, "Phạm Thị Em", ("Input.Phone", "0912345678"));

        var created = (await ward.EventsAsync()).Single(row => row.Kind == "PersonCreated");

        Assert.DoesNotContain("0912345678", created.Changes, StringComparison.Ordinal);
        Assert.Contains("\"phone\":\"***\"", created.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_List_SortsByGivenNameAndPagesByKey()
    {
        var ward = await TestWard.CreateAsync(host);
        await ward.InsideAsync(async (database, services) =>
        {
            for (var i = 0; i < 55; i++)
            {
                database.Add(NamRo.Administration.Domain.Person.Create(Guid.CreateVersion7(), $"Đỗ Văn {(char)('A' + (i % 26))}{(char)('a' + (i / 26))}", null, null));
            }

            ((NamRo.Kernel.Events.EventLog)services.GetService(typeof(NamRo.Kernel.Events.EventLog))!)
                .Record(new TestHappened(new NamRo.Kernel.Events.EventSubject("Test", Guid.CreateVersion7(), "")));
            await database.SaveChangesAsync();
        });
        using var admin = await ward.SignInAsync();

        var first = await admin.GetAsync("/quan-tri/can-bo");
        var second = await admin.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await admin.GetAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(50, Names(first).Count);
        Assert.Equal(5, Names(second).Count);
        Assert.Equal("Đỗ Văn Aa", Names(first)[0]);
        Assert.Equal(Names(first), Names(back));
    }

    [Fact]
    public async Task Get_PersonOfAnotherWard_IsNotFound()
    {
        var ward = await TestWard.CreateAsync(host);
        using var admin = await ward.SignInAsync();
        var person = await AddPersonAsync(admin, "Vũ Thị Giang");
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(person)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(person + "/sua")).Status);
    }

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];

    private static async Task<string> AddPersonAsync(Browser browser, string name, params (string Name, string Value)[] more)
    {
        var form = await browser.GetAsync("/quan-tri/can-bo/moi");
        var answer = await browser.SubmitAsync(form, Values([("Input.FullName", name), .. more]));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return answer.Location!;
    }

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(pair => pair.Name, pair => pair.Value);

    [GeneratedRegex("[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}-[A-Z]{2}[0-9]{3}")]
    private static partial Regex OneTimePassword();
}
