using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Sheets;
using NamRo.Language;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Targets;
using static Microsoft.Playwright.Assertions;

namespace NamRo.BrowserTests;

/// <summary>A unit's month in the grid, from a spreadsheet, and a verified figure corrected. All figures are invented.</summary>
public sealed class TargetTests(BrowserFixture fixture, TestHost host)
{
    private const int MonthsOfHistory = 40;

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task EnterAMonth_PasteAndKeyboard_IsSavedAndJudged(int width)
    {
        var (ward, unit, month) = await WardAsync();
        await using var visit = await SignInAsync(ward, width);
        await visit.OpenAsync($"/chi-tieu/nhap-so-lieu?don-vi={unit}&ky={month:yyyy-MM}");
        await visit.CheckPageAsync($"figures-grid-{width}");
        var first = visit.Page.Locator("[data-cell='0']").First;
        await first.FocusAsync();
        await visit.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData("text/plain", "912\t1000\n450\t500\n");
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(visit.Page.Locator("[data-cell='1']").Nth(1)).ToHaveValueAsync("500");
        await first.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-cell='0']").Nth(1)).ToBeFocusedAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu số liệu" }).ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã lưu 2 số liệu");
        await visit.OpenAsync("/chi-tieu");
        await Expect(visit.Page.Locator("#main")).ToContainTextAsync("91,2%");
        await visit.CheckPageAsync($"targets-{width}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tối thiểu 90% hồ sơ TTHC" }).First.ClickAsync();
        await Expect(visit.Page.Locator("#so-lieu")).ToContainTextAsync("chưa xác nhận");
        await visit.CheckPageAsync($"target-{width}");
        await visit.OpenAsync("/chi-tieu/xac-nhan");
        await visit.CheckPageAsync($"figures-verify-{width}");
        await visit.OpenAsync("/chi-tieu/doi-chieu");
        await visit.CheckPageAsync($"targets-match-{width}");
        await visit.OpenAsync("/chi-tieu/danh-muc");
        await visit.CheckPageAsync($"indicators-{width}");
        await visit.OpenAsync("/chi-tieu/khoa-ky");
        await visit.CheckPageAsync($"figures-close-{width}");
    }

    [Fact]
    public async Task Import_FilledTemplate_ShowsWhatItWouldDoThenDoesIt()
    {
        var (ward, unit, month) = await WardAsync();
        await using var visit = await SignInAsync(ward, 1366);
        await visit.OpenAsync($"/chi-tieu/nhap-so-lieu/tep?don-vi={unit}&ky={month:yyyy-MM}");
        await visit.CheckPageAsync("figures-import-1366");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "so-lieu.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = await FilledAsync(ward, unit, month),
        });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Expect(visit.Page.Locator("#main")).ToContainTextAsync("chưa có → 88,8%");
        await visit.CheckPageAsync("figures-import-preview-1366");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Nhập các số này" }).ClickAsync();
        await Expect(visit.Page.Locator(".notice[role=status]")).ToContainTextAsync("so-lieu.xlsx");
        var figure = await ward.ReadAsync(database => database.Set<MeasurementRow>().Where(row => row.Period == month).OrderBy(row => row.SeriesId).FirstAsync());
        Assert.Equal((88.8m, FigureSource.Imported), (figure.Value, figure.Source));
    }

    [Fact]
    public async Task Correct_VerifiedFigure_KeepsBothAndTheReason()
    {
        var (ward, _, month) = await WardAsync();
        var target = (await ward.TargetsAsync())[0];
        await RecordAsync(ward, [new(target.SeriesId, month, Figure.ShareOf(912, 1000), null)]);
        await using (var other = await SignInAsync(ward, 1366))
        {
            await other.OpenAsync("/chi-tieu/xac-nhan");
            await other.Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận các số đã chọn" }).ClickAsync();
            await Expect(other.Page.Locator(".notice[role=status]")).ToContainTextAsync("Đã xác nhận");
        }

        await using var visit = await SignInAsync(ward, 1366);
        await visit.OpenAsync($"/chi-tieu/{target.Id}/dinh-chinh?ky={new FigurePeriod(Rhythm.Month, month).Code}");
        await visit.CheckPageAsync("figure-correct-1366");
        await visit.Page.GetByLabel("Tử số").FillAsync("902");
        await visit.Page.GetByLabel("Lý do đính chính").FillAsync("Đếm trùng 10 hồ sơ");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu đính chính" }).ClickAsync();
        await Expect(visit.Page.Locator("#so-lieu")).ToContainTextAsync("91,2%: Đếm trùng 10 hồ sơ");
        await Expect(visit.Page.Locator("#so-lieu")).ToContainTextAsync("90,2%");
    }

    private static async Task<byte[]> FilledAsync(TestWard ward, Guid unit, DateOnly month)
    {
        var bytes = Array.Empty<byte>();
        await ward.InsideAsync(async (_, services) =>
        {
            var lines = await services.GetRequiredService<FigureGrid>().LinesAsync(unit, month, CancellationToken.None);
            using var file = new MemoryStream();
            using (var sheet = new SheetWriter(file, "so-lieu", FigureSheet.Columns))
            {
                var row = FigureSheet.Row(lines[0]);
                (row[5], row[6]) = (888m, 1000m);
                sheet.Write(row);
            }

            bytes = file.ToArray();
        });
        return bytes;
    }

    /// <summary>Three promises of one unit; the first two have a history, so that a trend and a forecast can be seen.</summary>
    private async Task<(TestWard Ward, Guid Unit, DateOnly Month)> WardAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var unit = await ward.AddUnitAsync("Trung tâm Phục vụ hành chính công");
        var today = await ward.TodayAsync();
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var (plan, start) = (Guid.CreateVersion7(), new DateOnly(today.Year, 1, 20));
        var rows = await ward.OpenAsync(Promises.Online(plan) with { LeadUnitId = unit, StartsOn = start, Baseline = 70 },
            Promises.Of(plan, 2, "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC đạt 95%", Comparator.Equal, 95, "%", start) with { LeadUnitId = unit },
            Promises.Initiatives(plan) with { Ordinal = 3, LeadUnitId = unit, StartsOn = start });
        await RecordAsync(ward, [.. Enumerable.Range(1, MonthsOfHistory).SelectMany(back => new FigureInput[]
        {
            new(rows[0].SeriesId, month.AddMonths(-back), Figure.ShareOf(900 - (7 * back) + (back * 37 % 11), 1000), null),
            new(rows[1].SeriesId, month.AddMonths(-back), Figure.ShareOf(880 + (back * 53 % 41), 1000), null),
        })]);
        return (ward, unit, month);
    }

    private static Task RecordAsync(TestWard ward, IReadOnlyList<FigureInput> inputs) => ward.InsideAsync(async (_, services) =>
        await services.GetRequiredService<RecordFiguresHandler>().HandleAsync(
            new RecordFigures(Guid.CreateVersion7(), FigureSource.Imported, inputs) { IsSynthetic = true, HasChecked = true }, CancellationToken.None));

    private async Task<Visit> SignInAsync(TestWard ward, int width) =>
        await Visit.SignedInAsync(fixture, host, await ward.AddPersonAsync(BuiltInRole.Secretariat), width);
}
