using System.Net;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Plans;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

[Collection("jobs")]
public sealed class ImportRowsTests(TestHost host)
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static SheetColumn Deadline => Column("Thời hạn");

    private static SheetColumn Unit => Column("Đơn vị chủ trì");

    [Fact]
    public async Task Post_ExportUnchanged_ChangesNothing()
    {
        var plan = await ReviewedPlan.CreateAsync(host);

        var preview = await UploadAsync(plan, await ExportAsync(plan));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("0 dòng thêm mới, 0 dòng thay đổi", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("main form[action$='handler=Import']"));
    }

    [Fact]
    public async Task Post_EditedSheet_IsPreviewedThenWrittenOnce()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var first = (await plan.RowsAsync()).First(row => !row.IsNarrative);
        var sheet = await ExportAsync(plan, cells =>
        {
            if ((string?)cells[PlanSheet.Key] == first.Id.ToString())
            {
                cells[Deadline] = "30/9/2026";
                cells[PlanSheet.Decision] = "Nhận";
            }
        }, new Dictionary<SheetColumn, object?>
        {
            [PlanSheet.Kind] = "Nhiệm vụ",
            [PlanSheet.Text] = "Mua sắm máy quét cho bộ phận một cửa",
            [Deadline] = "Quý III/2026",
        });

        var preview = await UploadAsync(plan, sheet);
        Assert.Contains("1 dòng thêm mới, 1 dòng thay đổi", preview.Words, StringComparison.Ordinal);
        var answers = new[] { await ImportAsync(plan, preview), await ImportAsync(plan, preview) };
        var again = await UploadAsync(plan, sheet);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        var rows = await plan.RowsAsync();
        var edited = rows.Single(row => row.Id == first.Id);
        Assert.Equal((new DateOnly(2026, 9, 30), RowState.Accepted), (edited.Task.Deadline.Due, edited.State));
        Assert.Equal(first.Task with { Deadline = edited.Task.Deadline, DeadlineText = "30/9/2026" }, edited.Task with { }, ContentComparer);
        Assert.Equal(new DateOnly(2026, 9, 30), rows.Single(row => row.Content.Text.StartsWith("Mua sắm", StringComparison.Ordinal)).Task.Deadline.Due);
        Assert.Contains("0 dòng thêm mới, 0 dòng thay đổi", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RowWithErrors_WritesNothing()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var sheet = await ExportAsync(plan, cells =>
        {
            cells[Deadline] = cells[Deadline] is null ? null : "lúc nào rảnh";
            cells[Unit] = cells[Unit] is null ? null : "Phòng Không Có Thật";
        });

        var preview = await UploadAsync(plan, sheet);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        Assert.Contains("cột “Thời hạn”: chưa hiểu “lúc nào rảnh”", preview.Words, StringComparison.Ordinal);
        Assert.Contains("không khớp đơn vị nào", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("main form[action$='handler=Import']"));
    }

    [Fact]
    public async Task Post_RowEditedSinceTheExport_IsRefused()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        var sheet = await ExportAsync(plan, cells => cells[PlanSheet.Text] = cells[PlanSheet.Text] + " (sửa)");
        await plan.PressAsync("Accept");

        var preview = await UploadAsync(plan, sheet);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        Assert.Contains("đã được sửa sau khi xuất tệp", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NotASheetOrNothing_IsTold()
    {
        var plan = await ReviewedPlan.CreateAsync(host);

        var broken = await UploadAsync(plan, [1, 2, 3, 4]);
        var nothing = await plan.Browser.SubmitAsync(await plan.Browser.GetAsync($"{plan.Path}/nhap-excel"), Nothing, "main form[enctype]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Hãy chọn tệp Excel", nothing.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OtherWardOrNoPermission_IsClosed()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        using var officer = await plan.Ward.SignInAsync(BuiltInRole.Officer);
        using var stranger = await (await TestWard.CreateAsync(host)).SignInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"{plan.Path}/nhap-excel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{plan.Path}/nhap-excel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{plan.Path}/xuat-excel")).Status);
    }

    private static IEqualityComparer<RowContent> ContentComparer { get; } =
        EqualityComparer<RowContent>.Create(RowContent.AreSame, content => content.Text.GetHashCode(StringComparison.Ordinal));

    private static SheetColumn Column(string title) => PlanSheet.Columns.Single(column => column.Title == title);

    private static async Task<byte[]> ExportAsync(ReviewedPlan plan, Action<Dictionary<SheetColumn, object?>>? edit = null,
        Dictionary<SheetColumn, object?>? added = null)
    {
        using var answer = await plan.Browser.Client.GetAsync(new Uri($"{plan.Path}/xuat-excel", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (edit is null && added is null)
        {
            return bytes;
        }

        using var source = new MemoryStream(bytes);
        var sheet = ((Outcome<SheetContent>.Done)SheetReader.Read(source, PlanSheet.Columns, null, CancellationToken.None)).Value;
        using var target = new MemoryStream();
        using (var writer = new SheetWriter(target, "Kế hoạch", PlanSheet.Columns))
        {
            foreach (var row in sheet.Rows)
            {
                var cells = PlanSheet.Columns.ToDictionary(column => column, column => Cell(row, column));
                edit?.Invoke(cells);
                writer.Write([.. PlanSheet.Columns.Select(column => cells[column])]);
            }

            if (added is not null)
            {
                writer.Write([.. PlanSheet.Columns.Select(column => added.GetValueOrDefault(column))]);
            }
        }

        return target.ToArray();
    }

    private static object? Cell(SheetRow row, SheetColumn column) =>
        column == PlanSheet.Version ? row.Whole(column) : row.Text(column) is { Length: > 0 } text ? text : null;

    private static async Task<Page> UploadAsync(ReviewedPlan plan, byte[] sheet) =>
        await plan.Browser.UploadAsync(await plan.Browser.GetAsync($"{plan.Path}/nhap-excel"), "ke-hoach.xlsx", sheet);

    private static Task<Page> ImportAsync(ReviewedPlan plan, Page preview) =>
        plan.Browser.SubmitAsync(preview, Nothing, "main form[action$='handler=Import']");
}
