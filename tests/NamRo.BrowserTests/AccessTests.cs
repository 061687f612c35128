using Microsoft.Playwright;
using NamRo.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>Passkeys on a virtual authenticator; imports, roles and settings as an administrator does them.</summary>
public sealed class AccessTests(BrowserFixture fixture, TestHost host)
{
    private const string Units = "Tên đơn vị;Loại;Thuộc đơn vị\nPhòng Kinh tế;Phòng chuyên môn;\nTổ dân phố số 1;Tổ dân phố, thôn;Phòng Kinh tế\n";

    /// <summary>Keys belong to names, not to numeric addresses.</summary>
    private Uri Named => new UriBuilder(host.Address) { Host = "localhost" }.Uri;

    [Fact]
    public async Task Passkey_IsAdded_SignsIn_AndIsTakenAway()
    {
        var ward = await TestWard.CreateAsync(host);
        var name = await ward.AddPersonAsync();
        await using var visit = await Visit.StartAsync(fixture, address: Named);
        await AttachAuthenticatorAsync(visit.Page);
        await GivePasswordAsync(visit, name);
        await visit.OpenAsync("/tai-khoan/khoa-truy-cap");
        await visit.CheckPageAsync("passkeys-empty");
        await visit.Page.GetByLabel("Tên khóa").FillAsync("Máy tính phòng");
        await visit.Page.GetByLabel("Mật khẩu hiện tại").FillAsync(TestWard.Password);
        await ClickAsync(visit, "Thêm khóa");
        await Expect(visit.Page.Locator("main table")).ToContainTextAsync("Máy tính phòng");
        await visit.CheckPageAsync("passkeys");

        await visit.OpenAsync("/dang-xuat");
        await ClickAsync(visit, "Đăng xuất");
        await ClickAsync(visit, "Dùng khóa truy cập");
        await Expect(visit.Page.Locator(".sidebar")).ToHaveCountAsync(1);
        Assert.Contains(await ward.EventsAsync(), row => row.Kind == "SignedIn" && row.Data.Contains("\"method\":\"Passkey\"", StringComparison.Ordinal));

        await visit.OpenAsync("/tai-khoan/khoa-truy-cap");
        await ClickAsync(visit, "Bỏ");
        await visit.Page.Locator("#confirm-dialog button[value=yes]").ClickAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Chưa có khóa nào");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Passkey_NoneOnTheDevice_SaysSo()
    {
        await using var visit = await Visit.StartAsync(fixture, address: Named);
        await AttachAuthenticatorAsync(visit.Page);
        await visit.OpenAsync("/dang-nhap");
        await ClickAsync(visit, "Dùng khóa truy cập");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Thiết bị không có khóa");
        await visit.CheckPageAsync("sign-in-no-passkey");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task Administrator_Imports_DefinesARole_ChangesASetting(int width)
    {
        var ward = await TestWard.CreateAsync(host);
        await using var visit = await Visit.StartAsync(fixture, width, address: host.Address);
        await GivePasswordAsync(visit, await ward.AddPersonAsync());
        await visit.OpenAsync("/quan-tri/don-vi/nhap");
        await visit.CheckPageAsync($"import-units-{width}");
        await UploadAsync(visit, "Tên đơn vị;Loại\nPhòng Kinh tế;Tiệm bánh\n");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("không có “Tiệm bánh” trong danh mục");
        await visit.CheckPageAsync($"import-units-errors-{width}");
        await UploadAsync(visit, Units);
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Thêm mới 2");
        await visit.CheckPageAsync($"import-units-preview-{width}");
        await ClickAsync(visit, "Ghi tất cả");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đã thêm 2 đơn vị");
        await visit.CheckPageAsync($"import-units-done-{width}");

        await visit.OpenAsync("/quan-tri/can-bo/nhap");
        await UploadAsync(visit, $"Họ và tên;Đơn vị;Chức danh;Tài khoản\nLê Thị Cúc;Phòng Kinh tế;Chuyên viên;cuc{Guid.CreateVersion7():N}\n");
        await ClickAsync(visit, "Ghi tất cả");
        await Expect(visit.Page.Locator("main code")).ToHaveCountAsync(1);
        await visit.CheckPageAsync($"import-people-done-{width}");

        await visit.OpenAsync("/quan-tri/vai-tro/moi");
        await visit.Page.GetByLabel("Tên vai trò").FillAsync("Đầu mối chuyển đổi số");
        await visit.Page.GetByLabel("Đọc và kiểm tra nhật ký").CheckAsync();
        await visit.CheckPageAsync($"edit-role-{width}");
        await ClickAsync(visit, "Lưu vai trò");
        await Expect(visit.Page.Locator("main h1")).ToContainTextAsync("Đầu mối chuyển đổi số");
        await visit.CheckPageAsync($"role-{width}");
        await visit.OpenAsync("/quan-tri/vai-tro");
        await visit.CheckPageAsync($"roles-{width}");

        await visit.OpenAsync("/quan-tri/cai-dat");
        await visit.Page.GetByLabel("Khóa phiên khi không thao tác").FillAsync("20");
        await ClickAsync(visit, "Lưu cài đặt");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đã đổi gần đây");
        await visit.CheckPageAsync($"settings-{width}");
    }

    private static async Task AttachAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task UploadAsync(Visit visit, string csv)
    {
        await visit.Page.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "tep.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(csv),
        });
        await ClickAsync(visit, "Xem trước");
        await visit.Page.WaitForURLAsync("**/nhap?tep=*");
    }

    private static async Task GivePasswordAsync(Visit visit, string name)
    {
        await visit.GivePasswordAsync(name);
        await Expect(visit.Page.Locator(".sidebar")).ToHaveCountAsync(1);
    }

    private static Task ClickAsync(Visit visit, string button) =>
        visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
