using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Tests.Fixtures;
using NamRo.Work;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>What people of a ward do with their tasks in a month.</summary>
public sealed class WorkJourneyTests(BrowserFixture fixture, TestHost host)
{
    private const int MostClicks = 12;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(2);

    /// <summary>A picture of one pixel.</summary>
    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Officer_ReportsOnTenTasks_InUnderTwoMinutesAndTwelveClicks()
    {
        var (ward, tasks) = await OpenAsync(10);
        await using var visit = await SignInAsync(ward.Officer);
        await visit.Page.EvaluateAsync("window.clicks = 0; addEventListener('click', () => window.clicks++, true)");
        var watch = Stopwatch.StartNew();
        await visit.Page.Locator(".sidebar").GetByRole(AriaRole.Link, new() { Name = "Việc của đơn vị" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Cập nhật hàng loạt" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Kết quả trong kỳ")).ToHaveCountAsync(10);
        await visit.CheckPageAsync("bulk-update-1366");
        for (var row = 0; row < 7; row++)
        {
            await visit.Page.GetByLabel("Kết quả trong kỳ").Nth(row).FillAsync($"Đã tổ chức buổi tuyên truyền thứ {row + 1}, 45 người dự.");
        }

        for (var row = 7; row < 10; row++)
        {
            await visit.Page.GetByLabel("Không phát sinh").Nth(row).CheckAsync();
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu các dòng đã ghi" }).ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã lưu 10 báo cáo");

        Assert.True(watch.Elapsed < MostTime, $"It took {watch.Elapsed}.");
        Assert.InRange(await visit.Page.EvaluateAsync<int>("window.clicks"), 1, MostClicks);
        Assert.Equal(10, await CountAsync<TaskUpdate>(ward));
        await visit.OpenAsync("/nhiem-vu/don-vi");
        await visit.CheckPageAsync("unit-tasks-1366");
        await visit.OpenAsync($"/nhiem-vu/{tasks[0]}");
        await visit.CheckPageAsync("task-1366");
    }

    [Fact]
    public async Task Head_AcceptsAProduct_FromTheQueue()
    {
        var (ward, tasks) = await OpenAsync(1);
        await using (var officer = await SignInAsync(ward.Officer))
        {
            await officer.OpenAsync($"/nhiem-vu/{tasks[0]}/san-pham");
            await officer.CheckPageAsync("submit-product");
            await officer.Page.GetByLabel("Số văn bản").FillAsync("15/BC-VHXH");
            await officer.Page.GetByLabel("Tệp minh chứng").SetInputFilesAsync(new FilePayload
            {
                Name = "anh.png",
                MimeType = "image/png",
                Buffer = Photo
            });
            await ClickAsync(officer, "Nộp sản phẩm");
            await Expect(officer.Page.Locator(".notice[role=status]").First).ToContainTextAsync("Đã nộp sản phẩm");
        }

        await using var head = await SignInAsync(ward.Head);
        await head.OpenAsync("/nhiem-vu/cho-duyet");
        await head.CheckPageAsync("decisions-1366");
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "Xem và duyệt" }).ClickAsync();
        await Expect(head.Page.Locator("main")).ToContainTextAsync("15/BC-VHXH");
        await head.CheckPageAsync("decide-product");
        await ClickAsync(head, "Quyết định");
        await Expect(head.Page.Locator("main")).ToContainTextAsync("Xong đúng hạn");
        await head.CheckPageAsync("task-closed");
        await head.OpenAsync("/nhiem-vu/cho-duyet");
        await Expect(head.Page.Locator("main")).Not.ToContainTextAsync("Sản phẩm chờ duyệt");
    }

    [Fact]
    public async Task Leader_GrantsAnExtension()
    {
        var (ward, tasks) = await OpenAsync(1);
        await using (var officer = await SignInAsync(ward.Officer))
        {
            await officer.OpenAsync($"/nhiem-vu/{tasks[0]}/gia-han");
            await officer.Page.GetByLabel("Hạn mới").FillAsync(ward.Today.AddDays(70).ToString("yyyy-MM-dd", null));
            await officer.Page.GetByLabel("Lý do").FillAsync("Sở chưa gửi hướng dẫn biểu mẫu.");
            await officer.CheckPageAsync("request-extension");
            await ClickAsync(officer, "Gửi đề nghị");
            await Expect(officer.Page.Locator("main")).ToContainTextAsync("Chờ quyết định");
        }

        await using var leader = await SignInAsync(ward.Leader);
        await leader.OpenAsync("/nhiem-vu/cho-duyet");
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "Quyết định" }).ClickAsync();
        await Expect(leader.Page.GetByLabel("Hạn được cho")).ToBeVisibleAsync();
        await leader.CheckPageAsync("decide-extension");
        await ClickAsync(leader, "Quyết định");
        await Expect(leader.Page.Locator(".notice[role=status]").First).ToContainTextAsync("Đã đồng ý gia hạn");
        await leader.CheckPageAsync("task-extended");
        var row = await ward.Ward.ReadAsync(database => database.Set<TaskRow>().SingleAsync());
        Assert.Equal(ward.Today.AddDays(70), row.Due);
    }

    [Fact]
    public async Task Officer_FillsInAWorkbookAndImportsIt()
    {
        var (ward, _) = await OpenAsync(3);
        await using var visit = await SignInAsync(ward.Officer);
        await visit.OpenAsync("/nhiem-vu/cap-nhat");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() =>
            visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tải về Excel" }).ClickAsync());
        var filled = await FillInAsync(await download.PathAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Nhập từ Excel" }).ClickAsync();
        await visit.Page.GetByLabel("Tệp đã điền").SetInputFilesAsync(new FilePayload
        {
            Name = "bao-cao.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = filled,
        });
        await ClickAsync(visit, "Xem trước");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("3 báo cáo mới, 0 đã có sẵn.");
        await visit.CheckPageAsync("import-updates");
        await ClickAsync(visit, "Nhập tất cả");
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã nhập 3 báo cáo");
        Assert.Equal(3, await CountAsync<TaskUpdate>(ward));
    }

    [Fact]
    public async Task Phone_NetworkCutInTheMiddle_SendsLaterAndShowsTheConflict()
    {
        var (ward, _) = await OpenAsync(2);
        await using var visit = await SignInAsync(ward.Officer, 360);
        await visit.OpenAsync("/nhiem-vu/chup-nhanh");
        await visit.CheckPageAsync("capture-360");
        await visit.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await visit.WaitUntilAsync("caches.open('namro-capture').then(cache => cache.keys()).then(keys => keys.length > 2)");
        await visit.Page.ReloadAsync();
        await visit.Page.Context.SetOfflineAsync(true);

        await CaptureAsync(visit, 1, "Đã khảo sát tổ dân phố số 3");
        await CaptureAsync(visit, 2, "Đã phát tờ rơi");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("[data-capture-queue] li")).ToHaveCountAsync(2);
        await visit.AssertAccessibleAsync();
        await visit.SaveScreenshotAsync("capture-offline-360");
        Assert.Equal(0, await CountAsync<TaskUpdate>(ward));

        // Meanwhile somebody else reports on the first task.
        using (var head = await ward.SignInAsync(ward.Head))
        {
            await head.SubmitAsync(await head.GetAsync("/nhiem-vu/cap-nhat"), new Dictionary<string,
                string>
            { ["Lines[0].Result"] = "Của trưởng phòng" });
        }

        await visit.Page.Context.SetOfflineAsync(false);
        await Expect(visit.Page.Locator("[data-capture-queue] li")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator("[data-capture-queue] li")).ToContainTextAsync("đã báo cáo kỳ này lúc");
        await visit.SaveScreenshotAsync("capture-conflict-360");
        Assert.Equal(2, await CountAsync<TaskUpdate>(ward));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi thêm ngoài kỳ" }).ClickAsync();
        await Expect(visit.Page.Locator("[data-capture-queue]")).ToBeHiddenAsync();
        Assert.Equal(3, await CountAsync<TaskUpdate>(ward));
        Assert.Equal(2, await CountAsync<Evidence>(ward));
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Pages_OfTasks_AreAccessibleAndFit(int width)
    {
        var (ward, tasks) = await OpenAsync(2);
        await using var visit = await SignInAsync(ward.Leader, width);
        foreach (var (path, name) in new[] { ("", "tasks"), ("/cua-toi", "my-tasks"), ("/cho-duyet", "queue"), ("/uy-quyen", "delegate"),
            ($"/{tasks[0]}", "show-task"), ($"/{tasks[0]}/giao", "assign-task"), ($"/{tasks[0]}/giai-trinh", "ask-explanation"),
            ($"/{tasks[0]}/phieu-giao", "slip"), ($"/{tasks[0]}/dong", "close-task") })
        {
            if (name != "my-tasks")
            {
                await visit.OpenAsync("/nhiem-vu" + path);
                await visit.CheckPageAsync($"work-{name}-{width}");
            }
        }

        await using var officer = await SignInAsync(ward.Officer, width);
        foreach (var (path, name) in new[] { ("/cua-toi", "mine"), ("/cap-nhat", "bulk"), ($"/{tasks[0]}/bao-cao", "write-update"),
            ("/cap-nhat/nhap", "import") })
        {
            await officer.OpenAsync("/nhiem-vu" + path);
            await officer.CheckPageAsync($"work-{name}-{width}");
        }
    }

    private static async Task CaptureAsync(Visit visit, int subject, string words)
    {
        await visit.Page.Locator("select[name='Input.Subject']").SelectOptionAsync(new SelectOptionValue { Index = subject });
        await visit.Page.Locator("textarea[name='Input.Result']").FillAsync(words);
        await visit.Page.GetByLabel("Ảnh chụp").SetInputFilesAsync(new FilePayload
        {
            Name = "anh.png",
            MimeType = "image/png",
            Buffer = Photo
        });
        await ClickAsync(visit, "Gửi");
        await Expect(visit.Page.Locator("[data-capture-status]")).ToContainTextAsync("Đã giữ trong máy");
    }

    private static async Task<byte[]> FillInAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var content = ((Outcome<SheetContent>.Done)SheetReader.Read(file, UpdateSheet.Columns, null,
            CancellationToken.None)).Value;
        using var filled = new MemoryStream();
        using (var sheet = new SheetWriter(filled, "Báo cáo tiến độ", UpdateSheet.Columns))
        {
            foreach (var row in content.Rows)
            {
                sheet.Write([row.Text(UpdateSheet.Columns[0]), null, null, null, null, $"Kết quả dòng {row.Number}", null, null,
                    null, null]);
            }
        }

        return filled.ToArray();
    }

    private async Task<(WorkWard Ward, IReadOnlyList<Guid> Tasks)> OpenAsync(int count)
    {
        var ward = await WorkWard.CreateAsync(host);
        var tasks = new List<Guid>();
        for (var ordinal = 1; ordinal <= count; ordinal++)
        {
            var place = ordinal;
            tasks.Add(await ward.OpenTaskAsync($"Tổ chức tuyên truyền, hướng dẫn người dân sử dụng dịch vụ công trực tuyến, đợt {ordinal}",
                says => says with { Ordinal = place, Number = $"II.{place}" }));
        }

        await ward.OpenReportsAsync(tasks);
        return (ward, tasks);
    }

    private Task<Visit> SignInAsync(string name, int width = 1366) => Visit.SignedInAsync(fixture, host, name, width);

    private static Task ClickAsync(Visit visit, string button) =>
        visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task<int> CountAsync<T>(WorkWard ward)
        where T : class => ward.Ward.ReadAsync(database => database.Set<T>().CountAsync());
}
