using Microsoft.Playwright;
using NamRo.Language;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>Board, calendar, timeline, warnings and calendar addresses at an office screen and on a phone.</summary>
public sealed class TaskViewsTests(BrowserFixture fixture, TestHost host)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Views_OfTheUnitsTasks_AreReadableAndAccessible(int width)
    {
        var ward = await WorkWard.CreateAsync(host);
        int[] days = [-20, -3, 2, 5, 18, 40, 90];
        string[] texts =
        [
            "Xây dựng kế hoạch tuyên truyền chuyển đổi số", "Tổ chức tập huấn kỹ năng số cho tổ công nghệ số cộng đồng",
            "Rà soát, số hóa kết quả giải quyết thủ tục hành chính", "Lập danh mục dữ liệu mở của phường", "Nâng cấp mạng nội bộ",
            "Khảo sát mức độ hài lòng của người dân", "Phát động phong trào sáng kiến, cải tiến kỹ thuật trong cán bộ, công chức",
        ];
        foreach (var (day, text) in days.Zip(texts))
        {
            await ward.OpenTaskAsync(text, says => says with { Deadline = new Deadline(DeadlineKind.Date, ward.Today.AddDays(day)) });
        }

        await ward.OpenTaskAsync("Duy trì chuyên mục chuyển đổi số trên đài truyền thanh",
            says => says with { Deadline = new Deadline(DeadlineKind.Continuous), DeadlineText = "Thường xuyên" });
        await using var visit = await Visit.SignedInAsync(fixture, host, ward.Head, width);
        foreach (var (path, name) in new[] { ("bang", "board"), ("lich", "calendar"), ("tien-do", "timeline"), ("canh-bao", "warnings"),
            ("lich/dang-ky", "feeds") })
        {
            await visit.OpenAsync("/nhiem-vu/" + path);
            await visit.CheckPageAsync($"task-{name}-{width}");
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo địa chỉ" }).ClickAsync();
        await Expect(visit.Page.Locator("main code")).ToContainTextAsync(".ics");
        await visit.CheckPageAsync($"task-feed-made-{width}");
    }
}
