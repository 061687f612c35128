using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NamRo.Tests.Fixtures;
using NamRo.Work;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>Connections to other programs, the city's list and the receipt from a mail, at an office screen and on a phone.</summary>
public sealed class ConnectionTests(BrowserFixture fixture, TestHost host)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Pages_OfConnections_AreReadableAndAccessible(int width)
    {
        var ward = await WorkWard.CreateAsync(host);
        await using var visit = await SignInAsync(ward.Secretary, width);

        await visit.OpenAsync("/quan-tri/ma-truy-cap/moi");
        await visit.Page.GetByLabel("Tên phần mềm").FillAsync("Trục tích hợp của thành phố");
        await visit.Page.GetByLabel("Xem nhiệm vụ của đơn vị mình").CheckAsync();
        await visit.CheckPageAsync($"token-form-{width}");
        await ClickAsync(visit, "Tạo mã");
        await Expect(visit.Page.Locator("#new-token")).ToContainTextAsync("namro_");
        await visit.CheckPageAsync($"token-made-{width}");
        await visit.OpenAsync("/quan-tri/ma-truy-cap");
        await visit.CheckPageAsync($"tokens-{width}");

        await visit.OpenAsync("/quan-tri/webhook/moi");
        await visit.Page.GetByLabel("Tên phần mềm").FillAsync("Trục tích hợp của thành phố");
        await visit.Page.GetByLabel("Địa chỉ nhận").FillAsync("https://truc.example/namro");
        await visit.Page.GetByLabel("Báo cáo tiến độ").CheckAsync();
        await visit.CheckPageAsync($"webhook-form-{width}");
        await ClickAsync(visit, "Thêm webhook");
        await Expect(visit.Page.Locator("#new-secret")).ToContainTextAsync("whsec_");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tôi đã chép khóa" }).ClickAsync();
        await Expect(visit.Page.Locator("main h1")).ToContainTextAsync("Trục tích hợp");
        await visit.CheckPageAsync($"webhook-{width}");
        await visit.OpenAsync("/quan-tri/webhook");
        await visit.CheckPageAsync($"webhooks-{width}");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task CityList_IsDecidedLineByLine(int width)
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenTaskAsync("Tổ chức tập huấn kỹ năng số cho cán bộ, công chức phường");
        await using var visit = await SignInAsync(ward.Secretary, width);
        await visit.OpenAsync("/ke-hoach/thanh-pho-giao");
        await visit.CheckPageAsync($"city-list-{width}");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "danh-muc.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("Số, ký hiệu;Nội dung;Hạn\n12/KH-UBND;Tổ chức tập huấn kỹ năng số cho cán bộ, công chức;30/12/2026\n"
                + "15/CV;Rà soát, thay thế thiết bị chữ ký số đã hết hạn;15/12/2026\n"),
        });
        await ClickAsync(visit, "Xem trước");
        await Expect(visit.Page.Locator("main select")).ToHaveCountAsync(2);
        await visit.CheckPageAsync($"city-list-preview-{width}");
        await ClickAsync(visit, "Nhận tất cả");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đã nhận");
        await visit.CheckPageAsync($"city-list-taken-{width}");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Receipt_FromAMail_AndSavedViews_AreReadableAndAccessible(int width)
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        var link = host.Services.GetRequiredService<ReceiptLink>()
            .Write(new ReceiptGrant(ward.Ward.Id, ward.PersonId(ward.Officer), task));
        await using (var stranger = await Visit.StartAsync(fixture, width, address: host.Address))
        {
            await stranger.OpenAsync(ReceiptLink.Address + link);
            await stranger.CheckPageAsync($"receipt-link-{width}");
            await ClickAsync(stranger, "Tôi đã nhận việc này");
            await Expect(stranger.Page.Locator("main")).ToContainTextAsync("Đã xác nhận");
            await stranger.CheckPageAsync($"receipt-link-done-{width}");
        }

        await using var visit = await SignInAsync(ward.Officer, width);
        await visit.OpenAsync("/nhiem-vu/bang?tu-khoa=ke+hoach");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Lưu bộ lọc" }).ClickAsync();
        await visit.Page.GetByLabel("Tên bộ lọc").FillAsync("Kế hoạch của tôi");
        await visit.CheckPageAsync($"view-form-{width}");
        await ClickAsync(visit, "Lưu bộ lọc");
        await Expect(visit.Page.Locator("nav.chosen")).ToContainTextAsync("Kế hoạch của tôi");
        await visit.CheckPageAsync($"view-saved-{width}");
        await visit.OpenAsync("/nhiem-vu/lich");
        Assert.Equal(width > 640, await visit.Page.Locator("details.fold").EvaluateAsync<bool>("fold => fold.open"));
        await visit.CheckPageAsync($"calendar-folded-{width}");
    }

    private static Task ClickAsync(Visit visit, string button) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task<Visit> SignInAsync(string userName, int width) => Visit.SignedInAsync(fixture, host, userName, width);
}
