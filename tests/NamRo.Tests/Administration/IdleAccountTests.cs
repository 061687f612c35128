using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Administration;

/// <summary>Accounts that nobody has used for 45 days.</summary>
public sealed class IdleAccountTests(TestHost host)
{
    [Fact]
    public async Task Night_IdleAccount_IsClosedToldAndOpenedAgain()
    {
        var ward = await TestWard.CreateAsync(host);
        var (admin, officer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var browser = await ward.SignInAsync(BuiltInRole.WardAdmin, admin);
        var name = await ward.AddPersonAsync(BuiltInRole.Officer, officer);
        await ward.AddPersonAsync(BuiltInRole.Officer, Guid.CreateVersion7());
        await AgeAsync(ward, officer, days: 46, seenDaysAgo: 45.01);

        await RunNightAsync(ward);
        await RunNightAsync(ward);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(name)).Status);
        Assert.Single(await ward.EventsAsync(), row => row.Kind == "AccountClosed");
        var notice = Assert.Single(await NoticesAsync(ward, admin));
        var page = await browser.GetAsync(notice.Href);
        Assert.Contains("vì 45 ngày không dùng", page.Words, StringComparison.Ordinal);
        var answer = await browser.SubmitAsync(page, new Dictionary<string, string>(), "form[action*='Reopen']");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        await RunNightAsync(ward);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(name)).Status);
        Assert.Single(await ward.EventsAsync(), row => row.Kind == "AccountReopened");
    }

    [Theory]
    [InlineData(44.9, 60)]
    [InlineData(60, 44.9)]
    public async Task Night_OpenedOrSeenSince_StaysOpen(double openedDaysAgo, double seenDaysAgo)
    {
        var ward = await TestWard.CreateAsync(host);
        var person = Guid.CreateVersion7();
        var name = await ward.AddPersonAsync(BuiltInRole.Officer, person);
        await AgeAsync(ward, person, openedDaysAgo, seenDaysAgo);

        await RunNightAsync(ward);

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(name)).Status);
    }

    [Theory]
    [InlineData(44.9, true)]
    [InlineData(45.1, false)]
    public async Task Night_UsedByAProgram_CountsAsUse(double usedDaysAgo, bool isOpen)
    {
        var ward = await TestWard.CreateAsync(host);
        var person = Guid.CreateVersion7();
        var name = await ward.AddPersonAsync(BuiltInRole.Officer, person);
        using var program = await ward.ProgramAsync(name, AdministrationPermission.All);
        await AgeAsync(ward, person, 60, 60);
        await ward.InsideAsync((database, services) => database.Set<ApiToken>().ExecuteUpdateAsync(row => row.SetProperty(
            token => token.LastUsedAt, services.GetRequiredService<WardClock>().Now.AddDays(-usedDaysAgo))));

        await RunNightAsync(ward);

        Assert.Equal(isOpen ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, (await SignInAsync(name)).Status);
    }

    [Fact]
    public async Task Post_ReopenAnOpenAccount_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        var person = Guid.CreateVersion7();
        await ward.AddPersonAsync(BuiltInRole.Officer, person);
        using var browser = await ward.SignInAsync();
        var path = $"/quan-tri/can-bo/{person}";
        var token = (await browser.GetAsync(path)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync(path + "?handler=Reopen", [new("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tài khoản này đang mở", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_TellsTheBrowserToForgetWhatItKept()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var form = await browser.GetAsync("/dang-xuat");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);

        using var answer = await browser.Client.PostAsync(new Uri("/dang-xuat", UriKind.Relative), content);

        Assert.Equal(["\"cache\"", "\"storage\""], answer.Headers.GetValues("Clear-Site-Data").SelectMany(value => value.Split(", ")));
    }

    private static Task RunNightAsync(TestWard ward) => ward.InsideAsync((_, services) => services.GetRequiredService<CloseIdleAccountsJob>()
        .RunAsync(new CloseIdleAccounts(), new JobRun(Guid.Empty, 1, services.GetRequiredService<NpgsqlDataSource>()), CancellationToken.None));

    private static Task AgeAsync(TestWard ward, Guid person, double days, double seenDaysAgo) => ward.InsideAsync(async (database, services) =>
    {
        var now = services.GetRequiredService<WardClock>().Now;
        var account = await database.Set<Person>().Where(row => row.Id == person).Select(row => row.AccountId!.Value).SingleAsync();
        await database.Set<Account>().Where(row => row.Id == account)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.OpenedAt, now.AddDays(-days)));
        database.Add(new SignInSession { Id = Guid.CreateVersion7(), AccountId = account, StartedAt = now.AddDays(-seenDaysAgo), LastSeenAt = now.AddDays(-seenDaysAgo) });
        await database.SaveChangesAsync();
    });

    private static Task<List<NoticeRow>> NoticesAsync(TestWard ward, Guid person) => ward.ReadAsync(database =>
        database.Set<NoticeRow>().Where(row => row.PersonId == person && row.Kind == "administration.idle_account").ToListAsync());

    private async Task<Page> SignInAsync(string name)
    {
        using var browser = host.NewBrowser();
        return await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = TestWard.Password });
    }
}
