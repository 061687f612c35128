using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Tests.Fixtures;
using NamRo.Work.Domain;
using NamRo.Work.Feeds;
using NamRo.Work.Lists;

namespace NamRo.Tests.Work;

public sealed class TaskViewTests(TestHost host)
{
    [Theory]
    [InlineData("/nhiem-vu/bang")]
    [InlineData("/nhiem-vu/bang?tinh-trang=khong-co")]
    [InlineData("/nhiem-vu/tien-do")]
    [InlineData("/nhiem-vu/tien-do?nam=abc")]
    public async Task Views_OfOnesTasks_ShowThemAndOthersDoNot(string path)
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        using var stranger = await ward.SignInAsync(ward.Stranger);
        Assert.Contains("tuyên truyền", (await officer.GetAsync(path)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("tuyên truyền", (await stranger.GetAsync(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_ReadOnceForMany_AreOfTheWardAndOfWhatOneSees()
    {
        var shared = new SharedReading<Guid, TaskChoices>(Options.Create(new SharingOptions { Seconds = 3600 }), TimeProvider.System);
        var (ward, other) = (await WorkWard.CreateAsync(host), await WorkWard.CreateAsync(host));
        await ward.OpenTaskAsync(adjust: task => task with { Group = "Nhóm của văn hóa" });
        await ward.OpenTaskAsync(adjust: task => task with { Group = "Nhóm của kinh tế", LeadUnitId = ward.EconomyUnit });
        await other.OpenTaskAsync(adjust: task => task with { Group = "Nhóm của phường khác" });

        Assert.Equal(["Nhóm của kinh tế", "Nhóm của văn hóa"], await GroupsAsync(ward, isOfWholeWard: true));
        Assert.Equal(["Nhóm của phường khác"], await GroupsAsync(other, isOfWholeWard: true));
        Assert.Equal(["Nhóm của văn hóa"], await GroupsAsync(ward, isOfWholeWard: false));

        async Task<IEnumerable<string>> GroupsAsync(WorkWard of, bool isOfWholeWard)
        {
            var choices = TaskChoices.None;
            await of.Ward.InsideAsync(async (database, services) =>
            {
                var reader = new TaskChoicesReader(database, services.GetRequiredService<TaskQuery>(), services.GetRequiredService<WardClock>(), shared);
                var seen = database.Set<WorkTask>().Where(task => isOfWholeWard || task.LeadUnitId == of.CultureUnit);
                choices = await reader.ReadAsync(seen, isOfWholeWard, CancellationToken.None);
            });
            return choices.Groups.Select(group => group.Text);
        }
    }

    [Fact]
    public async Task List_OfATarget_ShowsOnlyTheTasksThatServeIt()
    {
        var ward = await WorkWard.CreateAsync(host);
        var target = Guid.CreateVersion7();
        await ward.OpenTaskAsync("Mở điểm hỗ trợ nộp hồ sơ trực tuyến", task => task with { TargetIds = [target] });
        await ward.OpenTaskAsync("Tập huấn kỹ năng số", task => task with { Ordinal = 2 });
        using var head = await ward.SignInAsync(ward.Head);

        var page = await head.GetAsync($"/nhiem-vu?chi-tieu={target}");

        Assert.Contains("Mở điểm hỗ trợ", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tập huấn kỹ năng số", page.Words, StringComparison.Ordinal);
        Assert.Contains("chỉ tiêu đã chọn", page.Document.QuerySelector("ul.chosen")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_MonthOfTheDeadline_ShowsItOnItsDay()
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        var month = ward.Today.AddDays(31).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("Hạn: Xây dựng kế hoạch tuyên truyền", (await officer.GetAsync($"/nhiem-vu/lich?thang={month}")).Words,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/nhiem-vu/lich?thang=2026-99")).Status);
    }

    [Fact]
    public async Task Feed_MadeReadAndRevoked_IsReadByWhoKnowsItsAddressOnly()
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenTaskAsync();
        using var head = await ward.SignInAsync(ward.Head);
        using var anyone = host.NewBrowser();
        var form = await head.GetAsync("/nhiem-vu/lich/dang-ky");
        var values = new Dictionary<string, string> { ["Input.UnitId"] = ward.CultureUnit.ToString() };
        var made = await head.SubmitAsync(form, values);
        var address = new Uri(made.Document.QuerySelector("code")!.TextContent).AbsolutePath;

        var calendar = (await anyone.GetAsync(address)).Text;
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("tuyên truyền", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(address.Replace(".ics", "A.ics", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"/lich/{WardKey.Create(ward.Ward.Id, Guid.CreateVersion7())}.ics")).Status);

        // The same form sent twice makes one address.
        await head.SubmitAsync(form, values);
        var list = await head.GetAsync("/nhiem-vu/lich/dang-ky");
        Assert.Single(list.Document.QuerySelectorAll("main table tbody tr"));
        await head.SubmitAsync(list, new Dictionary<string, string>(), "main table form");
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(address)).Status);
    }

    [Fact]
    public void Text_LongVietnameseLines_FoldWithoutCuttingALetter()
    {
        var title = string.Concat(Enumerable.Repeat("Báo cáo, đánh giá; chuyển đổi số\\ ", 9)) + "\nhết";
        var text = CalendarText.Write("Lịch", [new("a@namro", new(2026, 6, 30), title, "", new Uri("https://x.vn/a"), false)], DateTimeOffset.UnixEpoch);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("SUMMARY:" + CalendarText.Escape(title) + "\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(@"a\,b\;c\\d\ne", CalendarText.Escape("a,b;c\\d\r\ne"));
        Assert.Contains("DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\n", text, StringComparison.Ordinal);
    }
}
