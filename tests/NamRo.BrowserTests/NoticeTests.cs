using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NamRo.Kernel.Notices;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>A person is told something: bell, list, the way to where they act, choices.</summary>
public sealed class NoticeTests(BrowserFixture fixture, TestHost host)
{
    [Theory]
    [InlineData(1366, false)]
    [InlineData(360, true)]
    public async Task Bell_LeadsToTheListAndEachNoticeToItsPage(int width, bool isDark)
    {
        var ward = await TestWard.CreateAsync(host);
        var person = Guid.CreateVersion7();
        var name = await ward.AddPersonAsync(person: person);
        await ward.InsideAsync(async (database, services) =>
        {
            var board = services.GetRequiredService<NoticeBoard>();
            board.Post(new Notice(person, "administration.role", "Được giao vai trò: Trưởng đơn vị", "/tai-khoan", "Từ hôm nay."));
            board.Post(new Notice(person, "administration.role", "Thôi giữ vai trò: Chuyên viên", "/tai-khoan", IsUrgent: true));
            await database.SaveChangesAsync();
        });
        await using var visit = await Visit.SignedInAsync(fixture, host, name, width, isDark);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thông báo: 2 chưa đọc" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thông báo");
        await visit.CheckPageAsync($"notices-{width}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Được giao vai trò: Trưởng đơn vị" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tài khoản của tôi");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thông báo: 1 chưa đọc" })).ToHaveCountAsync(1);
        await visit.OpenAsync("/tai-khoan/thong-bao");
        await visit.CheckPageAsync($"notice-choices-{width}");
        await visit.OpenAsync("/quan-tri/thu-da-gui");
        await visit.CheckPageAsync($"mail-log-{width}");
    }
}
