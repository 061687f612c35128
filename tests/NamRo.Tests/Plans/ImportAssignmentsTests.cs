using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Sheets;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Plans;

/// <summary>The city's list of assignments, matched to the ward's tasks.</summary>
public sealed class ImportAssignmentsTests(TestHost host)
{
    private const string Path = "/ke-hoach/thanh-pho-giao";
    private const string Known = "Tổ chức tập huấn kỹ năng số cho cán bộ, công chức phường";
    private const string Fresh = "Rà soát, thay thế thiết bị chữ ký số đã hết hạn";

    /// <summary>Headings as cities write them.</summary>
    private static readonly IReadOnlyList<SheetColumn> Columns =
        [new("STT"), new("Số, ký hiệu văn bản"), new("Nội dung chỉ đạo"), new("Cơ quan thực hiện"), new("Hạn xử lý")];

    [Fact]
    public async Task Import_CityList_LinksWhatIsThereAndOpensTheRestOnce()
    {
        var ward = await WorkWard.CreateAsync(host);
        var existing = await ward.OpenTaskAsync(Known);
        using var browser = await ward.SignInAsync(ward.Secretary);
        var file = List(("12/KH-UBND", "Tổ chức tập huấn kỹ năng số cho cán bộ, công chức", "30/12/2026"), ("15/CV-SKHCN", Fresh, "15/12/2026"));

        var preview = await PreviewAsync(browser, file);
        var done = await browser.SubmitAsync(preview, new Dictionary<string, string>(), "main form[action*='CarryOut']");
        var again = await PreviewAsync(browser, file);

        Assert.Equal(existing.ToString(), preview.Document.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Contains("Cùng nói", preview.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("0 dòng mới, 2 dòng đã nhận trước đây", again.Words, StringComparison.Ordinal);
        var taken = await ward.Ward.ReadAsync(database => database.Set<CityAssignment>().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(new[] { (existing, false), (taken[1].TaskId, true) }, taken.Select(row => (row.TaskId, row.IsNewTask)));
        var opened = await ward.Ward.ReadAsync(database => database.Set<TaskRow>().SingleAsync(row => row.Id == taken[1].TaskId));
        Assert.Equal((Fresh, new DateOnly(2026, 12, 15), ward.CultureUnit), (opened.Text, opened.Due!.Value, opened.LeadUnitId!.Value));
        Assert.Contains(await ward.Ward.EventsAsync(), link => link.Kind == "AssignmentTaken" && link.SubjectId == existing);
        Assert.Contains("Rà soát", (await browser.GetAsync(Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OneLineUndecidedOrWrong_WritesNothing()
    {
        var ward = await WorkWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(ward.Secretary);
        var preview = await PreviewAsync(browser, List(("1/KH", Fresh, "15/12/2026"), ("2/KH", "Lắp đặt camera giám sát an ninh", "")));
        const string Form = "main form[action*='CarryOut']";
        var names = preview.Document.QuerySelectorAll("select").Select(select => select.GetAttribute("name")!).ToList();

        var undecided = await browser.SubmitAsync(preview, new Dictionary<string, string> { [names[1]] = "" }, Form);
        var foreign = await browser.SubmitAsync(preview, new Dictionary<string, string> { [names[1]] = Guid.CreateVersion7().ToString() }, Form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (undecided.Status, foreign.Status));
        Assert.Contains("chưa chọn nhiệm vụ", undecided.Words, StringComparison.Ordinal);
        Assert.Contains("không tìm thấy nhiệm vụ", foreign.Words, StringComparison.Ordinal);
        Assert.Empty(await ward.Ward.ReadAsync(database => database.Set<CityAssignment>().ToListAsync()));
        Assert.Empty(await ward.Ward.ReadAsync(database => database.Set<TaskRow>().ToListAsync()));
    }

    [Fact]
    public async Task Import_FileOfAnotherPersonOrOfficer_IsNotOpened()
    {
        var ward = await WorkWard.CreateAsync(host);
        using var secretary = await ward.SignInAsync(ward.Secretary);
        using var leader = await ward.SignInAsync(ward.Leader);
        using var officer = await ward.Ward.SignInAsync(BuiltInRole.Officer);
        var preview = await PreviewAsync(secretary, List(("1/KH", Fresh, "")));

        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(preview.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(Path)).Status);
    }

    private static async Task<Page> PreviewAsync(Browser browser, byte[] file) =>
        await browser.FollowAsync(await browser.UploadAsync(await browser.GetAsync(Path), "danh-muc.xlsx", file));

    private static byte[] List(params (string Document, string Text, string Due)[] lines)
    {
        using var target = new MemoryStream();
        using (var writer = new SheetWriter(target, "Danh mục", Columns))
        {
            foreach (var (index, (document, text, due)) in lines.Index())
            {
                writer.Write((index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), document, text, "Phòng VH-XH", due);
            }
        }

        return target.ToArray();
    }
}
