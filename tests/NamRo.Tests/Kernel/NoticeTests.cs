using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Notices;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

public sealed class NoticeTests(TestHost host)
{
    private const string Kind = "administration.role";

    private readonly Guid person = Guid.CreateVersion7();

    [Fact]
    public async Task Post_SameOccasionTwice_IsThereOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        var (own, other) = (Once("han:1"), Once("han:1") with { PersonId = Guid.CreateVersion7() });

        await PostAsync(ward, own, own, other);
        await PostAsync(ward, own);
        await PostAsync(await TestWard.CreateAsync(host), own);

        Assert.Equal(2, (await ReadAsync(ward)).Count);
    }

    [Fact]
    public async Task Post_SameOccasionByManyAtOnce_IsThereOnce()
    {
        var ward = await TestWard.CreateAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync(ward, Once("han:2"))));

        Assert.Single(await ReadAsync(ward));
    }

    [Fact]
    public async Task Post_CallerRollsBack_LeavesNothing()
    {
        var ward = await TestWard.CreateAsync(host);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<NoticeBoard>().Post(Plain("Sẽ không có"));
            await database.SaveChangesAsync();
            throw new InvalidOperationException("hỏng giữa chừng");
        }));

        Assert.Empty(await ReadAsync(ward));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("")]
    public async Task Post_LeadsElsewhere_IsABug(string href) => await Assert.ThrowsAsync<ArgumentException>(async () =>
        await PostAsync(await TestWard.CreateAsync(host), Plain("x") with { Href = href }));

    [Fact]
    public async Task Post_UnknownKind_IsABug() => await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        await PostAsync(await TestWard.CreateAsync(host), Plain("x") with { Kind = "nobody.knows" }));

    [Fact]
    public async Task Bell_CountsAndFallsWhenRead()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(person: person);
        await PostAsync(ward, Plain("Việc <b>mới</b>") with { Href = "/tai-khoan" }, Plain("Của người khác") with { PersonId = Guid.CreateVersion7() });

        var list = await browser.GetAsync("/thong-bao");
        var opened = await browser.GetAsync($"/thong-bao/{(await ReadAsync(ward)).Single(row => row.PersonId == person).Id}");
        var after = await browser.GetAsync("/thong-bao?chua-doc=1");

        Assert.Contains("1 chưa đọc", list.Document.QuerySelector(".unread")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("Việc <b>mới</b>", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Của người khác", list.Text, StringComparison.Ordinal);
        Assert.Equal("/tai-khoan", opened.Location);
        Assert.Contains("Đã đọc hết", after.Words, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector(".unread .count"));
    }

    [Fact]
    public async Task ReadAll_LeavesWhatCameLater()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(person: person);
        await PostAsync(ward, Plain("Cũ"));
        var list = await browser.GetAsync("/thong-bao");
        await PostAsync(ward, Plain("Mới"));

        var answer = await browser.SubmitAsync(list, new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(["Mới"], (await ReadAsync(ward)).Where(row => row.ReadAt is null).Select(row => row.Title));
    }

    [Fact]
    public async Task Open_NoticeOfAnotherPerson_IsNotFoundAndStaysUnread()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(person: Guid.CreateVersion7());
        await PostAsync(ward, Plain("Riêng"));
        var notice = (await ReadAsync(ward)).Single();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/thong-bao/{notice.Id}")).Status);
        Assert.Null((await ReadAsync(ward)).Single().ReadAt);
    }

    [Fact]
    public async Task Choose_NotUnderTheBell_HidesLaterOnes()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(person: person);
        var form = await browser.GetAsync("/tai-khoan/thong-bao");
        var kinds = form.Document.QuerySelectorAll("input[name$='.Kind']").Select(input => input.GetAttribute("value")).ToList();
        var index = kinds.IndexOf(Kind);

        var saved = await browser.SubmitAsync(form, new Dictionary<string, string> { [$"Input[{index}].IsShown"] = "false" }, "main form[method=post]");
        await PostAsync(ward, Plain("Không hiện"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.False((await ReadAsync(ward)).Single().IsShown);
        Assert.DoesNotContain("Không hiện", (await browser.GetAsync("/thong-bao")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_UnknownKindOrTiming_IsInvalid()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(person: person);
        var form = await browser.GetAsync("/tai-khoan/thong-bao");

        foreach (var (field, value) in new[] { ("Input[0].Kind", "nobody.knows"), ("Input[0].MailTiming", "Sometimes"), ("Input[0].MailTiming", "9") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(form, new Dictionary<string, string> { [field] = value })).Status);
        }
    }

    [Fact]
    public async Task List_SixtyNotices_AreReadPageByPage()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(person: person);
        await PostAsync(ward, [.. Enumerable.Range(0, 60).Select(number => Plain($"Việc số {number}"))]);

        var first = await browser.GetAsync("/thong-bao");
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var titles = first.Document.QuerySelectorAll("tbody th a").Concat(second.Document.QuerySelectorAll("tbody th a")).Select(link => link.TextContent);

        Assert.Equal(60, titles.Distinct().Count());
    }

    private static async Task<List<NoticeRow>> ReadAsync(TestWard ward) =>
        await ward.ReadAsync(database => database.Set<NoticeRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    private static Task PostAsync(TestWard ward, params Notice[] notices) => ward.InsideAsync(async (database, services) =>
    {
        foreach (var notice in notices)
        {
            services.GetRequiredService<NoticeBoard>().Post(notice);
        }

        await database.SaveChangesAsync();
    });

    private Notice Plain(string title) => new(person, Kind, title, "/");

    private Notice Once(string occasion) => Plain("Sắp đến hạn") with { OnceKey = occasion };
}
