using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Sheets;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Administration;

public sealed class ImportTests(TestHost host)
{
    private const string Units = "/quan-tri/don-vi/nhap";
    private const string People = "/quan-tri/can-bo/nhap";

    private const string UnitFile = """
        Tên đơn vị;Tên gọi tắt;Loại;Đơn vị cấp trên;Tên gọi khác;Người đứng đầu;Chức vụ người đứng đầu
        Tổ dân phố số 1;;Tổ dân phố, thôn;Phòng Văn hóa - Xã hội;;;
        Phòng Văn hóa - Xã hội;Phòng VH-XH;phong chuyen mon;;"Phòng VHXH; Phòng Văn xã";Trần Thị Bình;Trưởng phòng
        """;

    private const string PersonFile = """
        Họ tên;Đơn vị;Chức vụ;Đứng đầu;Email;SĐT;Tài khoản;Vai trò
        Nguyễn Văn An;Phòng VHXH;Chuyên viên;;an@phuong.vn;0912 345 678;{0};Chuyên viên
        Lê Thị Cúc;Phòng Văn hóa - Xã hội;Trưởng phòng;x;;;;
        """;

    [Fact]
    public async Task Units_ArePreviewedThenWritten_AndASecondTimeChangesNothing()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var preview = await PreviewAsync(browser, Units, UnitFile);
        Assert.Contains("Thêm mới 2, sửa 0, giữ nguyên 0", preview.Words, StringComparison.Ordinal);
        Assert.Empty(await UnitsAsync(ward));
        var done = await browser.SubmitAsync(preview, None, "form[action*=CarryOut]");

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var units = await UnitsAsync(ward);
        var division = units.Single(unit => unit.Name == "Phòng Văn hóa - Xã hội");
        Assert.Equal(division.Id, units.Single(unit => unit.Name == "Tổ dân phố số 1").ParentId);
        Assert.Equal(["Phòng VHXH", "Phòng Văn xã"], division.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal));
        var head = await ward.ReadAsync(database => database.Set<Appointment>().SingleAsync());
        Assert.True(head.IsHead && head.UnitId == division.Id && head.Title == "Trưởng phòng");
        var count = (await ward.EventsAsync()).Count(row => row.Kind is not "FileStored");
        var again = await PreviewAsync(browser, Units, UnitFile);
        Assert.Contains("Thêm mới 0, sửa 0, giữ nguyên 2", again.Words, StringComparison.Ordinal);
        Assert.Null(again.Document.QuerySelector("form[action*=CarryOut]"));
        Assert.Equal(count, (await ward.EventsAsync()).Count(row => row.Kind is not "FileStored"));
    }

    [Fact]
    public async Task Units_WithErrors_AreToldByRowAndNothingIsWritten()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();

        var preview = await PreviewAsync(browser, Units, "Tên đơn vị;Loại;Thuộc đơn vị;Hoạt động từ\nA;Tiệm bánh;;\nB;;C;\nC;;B;\na;;;\nD;;Không có;31/2/2026\n");

        Assert.Contains("không có “Tiệm bánh” trong danh mục", preview.Words, StringComparison.Ordinal);
        Assert.Contains("thành cấp trên của chính nó", preview.Words, StringComparison.Ordinal);
        Assert.Contains("trùng với dòng 2", preview.Words, StringComparison.Ordinal);
        Assert.Contains("không có đơn vị “Không có”", preview.Words, StringComparison.Ordinal);
        Assert.Contains("“31/2/2026” không phải là ngày có thật", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("form[action*=CarryOut]"));
        Assert.Empty(await UnitsAsync(ward));
    }

    [Fact]
    public async Task Units_ExportedAndRenamed_ComeBackAsTheSameUnit()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await browser.SubmitAsync(await PreviewAsync(browser, Units, UnitFile), None, "form[action*=CarryOut]");
        var before = await UnitsAsync(ward);

        var file = await browser.Client.GetByteArrayAsync(new Uri("/quan-tri/don-vi/xuat", UriKind.Relative));
        var same = await browser.FollowAsync(await browser.UploadAsync(await browser.GetAsync(Units), "Đơn vị.xlsx", file));
        Assert.Contains("Thêm mới 0, sửa 0, giữ nguyên 2", same.Words, StringComparison.Ordinal);

        var renamed = Rewrite(file, "Tổ dân phố số 1", "Tổ dân phố số 01");
        var preview = await browser.FollowAsync(await browser.UploadAsync(await browser.GetAsync(Units), "Đơn vị.xlsx", renamed));
        Assert.Contains("Thêm mới 0, sửa 1, giữ nguyên 1", preview.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(preview, None, "form[action*=CarryOut]");

        var after = await UnitsAsync(ward);
        Assert.Equal("Tổ dân phố số 01", after.Single(unit => unit.Id == before.Single(old => old.Name == "Tổ dân phố số 1").Id).Name);
    }

    [Fact]
    public async Task People_GetUnitsAccountsAndRoles_AndTheirPasswordsAreShownOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        await browser.SubmitAsync(await PreviewAsync(browser, Units, UnitFile), None, "form[action*=CarryOut]");
        var userName = "an" + Guid.CreateVersion7().ToString("N")[20..];
        var file = PersonFile.Replace("{0}", userName, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(await PreviewAsync(browser, People, file), None, "form[action*=CarryOut]");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        var password = done.Document.QuerySelector("main code")!.TextContent;
        using var own = host.NewBrowser();
        var signedIn = await own.SubmitAsync(await own.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = userName, ["Input.Password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
        Assert.DoesNotContain(await ward.EventsAsync(), row => row.Changes.Contains(password, StringComparison.Ordinal)
            || row.Changes.Contains("0912", StringComparison.Ordinal));
        var heads = await ward.ReadAsync(database => database.Set<Appointment>().Where(post => post.IsHead && post.ValidTo == null).ToListAsync());
        Assert.Single(heads);
        var again = await PreviewAsync(browser, People, file);
        Assert.Contains("Thêm mới 0, sửa 0, giữ nguyên 2", again.Words, StringComparison.Ordinal);
        var export = await browser.Client.GetByteArrayAsync(new Uri("/quan-tri/can-bo/xuat", UriKind.Relative));
        var same = await browser.FollowAsync(await browser.UploadAsync(await browser.GetAsync(People), "Cán bộ.xlsx", export));
        Assert.Contains("Thêm mới 0, sửa 0, giữ nguyên 3", same.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_WithErrors_AreToldByRow()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var taken = await ward.AddPersonAsync();

        var preview = await PreviewAsync(browser, People, "Họ và tên;Đơn vị;Chức danh;Email;Tài khoản;Vai trò\n"
            + $"An;Phòng lạ;CV;;;\nBình;;;không phải thư;;\nCúc;;;;{taken};\nDung;;;;;Vua\nĐào;;;;;Lãnh đạo\nAn;Phòng lạ;CV;;;\n");

        foreach (var words in new[] { "không có đơn vị “Phòng lạ”", "không phải là địa chỉ thư", "đã có người dùng", "không có vai trò “Vua”",
            "cần tên đăng nhập", "trùng với người ở dòng 2" })
        {
            Assert.Contains(words, preview.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_OfAnotherPersonOrWard_IsNotFound()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        using var colleague = await ward.SignInAsync();
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();
        var preview = await PreviewAsync(browser, Units, UnitFile);

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(preview.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(preview.Path)).Status);
    }

    [Theory]
    [InlineData(Units)]
    [InlineData(People)]
    public async Task Post_NoFileOrNoSheet_IsRefused(string path)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync();
        var form = await browser.GetAsync(path);

        var none = await browser.SubmitAsync(form, None, "main form[enctype]");
        var picture = await browser.UploadAsync(form, "a.xlsx", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]);
        var empty = await browser.UploadAsync(form, "a.xlsx", []);

        Assert.All([none, picture, empty], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
    }

    [Theory]
    [InlineData(Units)]
    [InlineData(People)]
    [InlineData("/quan-tri/can-bo/xuat")]
    [InlineData("/quan-tri/don-vi/mau")]
    public async Task Get_WithoutPermission_IsForbidden(string path)
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
    }

    private static readonly Dictionary<string, string> None = [];

    private static async Task<Page> PreviewAsync(Browser browser, string path, string csv) =>
        await browser.FollowAsync(await browser.UploadAsync(await browser.GetAsync(path), "tep.csv", Encoding.UTF8.GetBytes(csv)));

    private static Task<List<OrgUnit>> UnitsAsync(TestWard ward) =>
        ward.ReadAsync(database => database.Set<OrgUnit>().Include(unit => unit.Aliases).ToListAsync());

    /// <summary>Reads an exported file and writes it again with one text replaced.</summary>
    private static byte[] Rewrite(byte[] file, string text, string other)
    {
        var content = ((NamRo.Kernel.Outcomes.Outcome<SheetContent>.Done)SheetReader.Read(new MemoryStream(file), UnitSheet.Columns, null, default)).Value;
        var target = new MemoryStream();
        using (var sheet = new SheetWriter(target, "Đơn vị", UnitSheet.Columns))
        {
            foreach (var row in content.Rows)
            {
                sheet.Write([.. UnitSheet.Columns.Select(column => column.Kind == SheetKind.Date ? (object?)row.Date(column)
                    : row.Text(column).Replace(text, other, StringComparison.Ordinal))]);
            }
        }

        return target.ToArray();
    }
}
