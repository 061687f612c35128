using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

public sealed class EnterFiguresTests(TestHost host)
{
    [Fact]
    public async Task Post_AMonth_IsSavedShownAndJudged()
    {
        var (ward, unit, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await browser.GetAsync(address);

        var answer = await browser.SubmitAsync(form, Cells(("0.Numerator", "912"), ("0.Denominator", "1.000"), ("1.Value", "2")), Form);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var figures = await ward.ReadAsync(database => database.Set<MeasurementRow>().OrderBy(row => row.SeriesId).ToListAsync());
        Assert.Equal([(91.2m, 912m, 1000m), (2m, null, null)], figures.Select(row => (row.Value!.Value, row.Numerator, row.Denominator)));
        Assert.All(figures, row => Assert.Equal((FigureSource.Entered, false, unit), (row.Source, row.IsVerified, row.LeadUnitId!.Value)));
        var target = (await ward.TargetsAsync())[0];
        Assert.Equal((TargetStanding.Met, 91.2m), (target.Standing, target.CurrentValue));
        Assert.Contains("912/1.000 = 91,2%", (await browser.GetAsync($"/chi-tieu/{target.Id}")).Words, StringComparison.Ordinal);
        Assert.Contains("91,2%", (await browser.GetAsync("/chi-tieu")).Words, StringComparison.Ordinal);
        Assert.Single(await ward.EventsAsync(), row => row.Kind == nameof(FiguresRecorded));
    }

    [Fact]
    public async Task Post_SameGridTwice_EntersOnce()
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await browser.GetAsync(address);
        var values = Cells(("0.Value", "88"));

        await browser.SubmitAsync(form, values, Form);
        var second = await browser.SubmitAsync(form, values, Form);

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Single(await ward.ReadAsync(database => database.Set<Entry>().ToListAsync()));
    }

    [Fact]
    public async Task Post_OddFigure_IsAskedAboutThenTakenWhenConfirmed()
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await browser.GetAsync(address);
        var values = Cells(("0.Numerator", "1200"), ("0.Denominator", "1000"));

        var asked = await browser.SubmitAsync(form, values, Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Tử số 1.200 lớn hơn mẫu số 1.000", asked.Words, StringComparison.Ordinal);
        Assert.Equal("1200", asked.Document.QuerySelector("[name='Input.Cells[0].Numerator']")?.GetAttribute("value"));
        Assert.Empty(await ward.ReadAsync(database => database.Set<Measurement>().ToListAsync()));
        var saved = await browser.SubmitAsync(asked, new Dictionary<string, string> { ["Input.HasChecked"] = "true" }, Form);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(120, (await ward.ReadAsync(database => database.Set<Measurement>().SingleAsync())).Value);
    }

    [Theory]
    [InlineData("0.Value", "chín mươi")]
    [InlineData("0.Numerator", "900")]
    [InlineData("0.Value", "9999999999999999")]
    public async Task Post_BadCell_IsShownAgainWithWhatWasTyped(string field, string value)
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        var answer = await browser.SubmitAsync(await browser.GetAsync(address), Cells((field, value)), Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(value, answer.Document.QuerySelector($"[name='Input.Cells[{field[0]}].{field[2..]}']")?.GetAttribute("value"));
        Assert.Empty(await ward.ReadAsync(database => database.Set<Measurement>().ToListAsync()));
    }

    [Fact]
    public async Task Post_BadCellWithEvidence_KeepsTheFileForTheNextTry()
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await browser.GetAsync(address);
        form.Document.QuerySelector("[name='Input.Cells[0].Value']")!.SetAttribute("value", "chín mươi");

        var shown = await browser.UploadAsync(form, "bao-cao.pdf", await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root, "tests", "data", "samples", "000_plan.pdf")));
        var saved = await browser.SubmitAsync(shown, Cells(("0.Value", "90")), Form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (shown.Status, saved.Status));
        Assert.Contains("bao-cao.pdf", shown.Words, StringComparison.Ordinal);
        Assert.Single((await ward.ReadAsync(database => database.Set<Entry>().SingleAsync())).EvidenceIds);
        var target = (await ward.TargetsAsync())[0];
        Assert.Contains("bao-cao.pdf", (await browser.GetAsync($"/chi-tieu/{target.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FileOfSomebodyElse_IsNotTakenAsEvidence()
    {
        var (ward, _, address) = await WardAsync();
        using var other = await ward.SignInAsync(BuiltInRole.Secretariat);
        var form = await other.GetAsync(address);
        form.Document.QuerySelector("[name='Input.Cells[0].Value']")!.SetAttribute("value", "chín mươi");
        var theirs = (await other.UploadAsync(form, "rieng.pdf", await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root, "tests", "data", "samples", "000_plan.pdf")))).Document
            .QuerySelector("[name='Input.EvidenceIds']")!.GetAttribute("value")!;
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        var values = Cells(("0.Value", "90"));
        values["Input.EvidenceIds"] = theirs;
        await browser.SubmitAsync(await browser.GetAsync(address), values, Form);

        Assert.Empty((await ward.ReadAsync(database => database.Set<Entry>().SingleAsync())).EvidenceIds);
    }

    [Fact]
    public async Task Post_NothingArose_IsKeptApartFromZeroAndFromMissing()
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        await browser.SubmitAsync(await browser.GetAsync(address), Cells(("0.HasNothing", "true")), Form);

        var figure = await ward.ReadAsync(database => database.Set<Measurement>().SingleAsync());
        Assert.Equal((null, 0m), (figure.Value, figure.Denominator));
    }

    [Fact]
    public async Task Post_ChangedBySomebodyElseMeanwhile_IsRefused()
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var stale = await browser.GetAsync(address);
        await browser.SubmitAsync(await browser.GetAsync(address), Cells(("0.Value", "88")), Form);

        var answer = await browser.SubmitAsync(stale, Cells(("0.Value", "77")), Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Người khác vừa sửa", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OwnFigure_IsRefusedAndAnotherPersonMay()
    {
        var (ward, _, address) = await WardAsync();
        using var author = await ward.SignInAsync(BuiltInRole.Secretariat);
        await author.SubmitAsync(await author.GetAsync(address), Cells(("0.Value", "88")), Form);
        using var other = await ward.SignInAsync(BuiltInRole.Secretariat);
        var queue = await other.GetAsync("/chi-tieu/xac-nhan");
        var key = queue.Document.QuerySelector("[name=Chosen]")!.GetAttribute("value")!;

        var own = await author.SubmitAsync(await author.GetAsync("/chi-tieu/xac-nhan"), new Dictionary<string, string> { ["Chosen"] = key });
        var confirmed = await other.SubmitAsync(queue, new Dictionary<string, string> { ["Chosen"] = key });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("không tự xác nhận", own.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.Status);
        Assert.True((await ward.TargetsAsync())[0].IsVerified);
    }

    [Fact]
    public async Task Correct_VerifiedFigure_NeedsAReasonKeepsTheFormerAndWaitsAgain()
    {
        var (ward, _, address) = await WardAsync();
        using var author = await ward.SignInAsync(BuiltInRole.Secretariat);
        await author.SubmitAsync(await author.GetAsync(address), Cells(("0.Value", "88")), Form);
        using var other = await ward.SignInAsync(BuiltInRole.Secretariat);
        await other.SubmitAsync(await other.GetAsync("/chi-tieu/xac-nhan"), new Dictionary<string, string>());
        var target = (await ward.TargetsAsync())[0];
        var path = $"/chi-tieu/{target.Id}/dinh-chinh?ky={Period(target).Code}";

        var without = await author.SubmitAsync(await author.GetAsync(path), new Dictionary<string, string> { ["Input.Value"] = "86" });
        var with = await author.SubmitAsync(await author.GetAsync(path),
            new Dictionary<string, string> { ["Input.Value"] = "86", ["Input.Reason"] = "Đếm trùng 20 hồ sơ" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.Redirect, with.Status);
        var former = await ward.ReadAsync(database => database.Set<FormerMeasurement>().SingleAsync());
        Assert.Equal((88m, "Đếm trùng 20 hồ sơ", (short)1), (former.Value, former.Reason, former.Number));
        var now = (await ward.TargetsAsync())[0];
        Assert.Equal((86m, false), (now.CurrentValue, now.IsVerified));
    }

    [Fact]
    public async Task Close_Period_KeepsFiguresUntilItIsOpenedAgain()
    {
        var (ward, _, address) = await WardAsync();
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var target = (await ward.TargetsAsync())[0];
        var open = await browser.GetAsync(address);
        await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/khoa-ky"), new Dictionary<string, string> { ["PeriodCode"] = Period(target).Code });

        var refused = await browser.SubmitAsync(open, Cells(("0.Value", "88")), Form);
        var closure = await ward.ReadAsync(database => database.Set<PeriodClosure>().SingleAsync());
        var silent = await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/khoa-ky"), new Dictionary<string, string>(), "form.inline");
        var reopened = await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/khoa-ky"),
            new Dictionary<string, string> { ["Reason"] = "Bổ sung báo cáo" }, "form.inline");
        var saved = await browser.SubmitAsync(await browser.GetAsync(address), Cells(("0.Value", "88")), Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("đã khóa", refused.Words, StringComparison.Ordinal);
        Assert.Equal(Period(target).Start, closure.Period);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Equal(HttpStatusCode.Redirect, reopened.Status);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Single(await ward.ReadAsync(database => database.Set<Measurement>().ToListAsync()));
    }

    [Fact]
    public async Task Get_OfficerOfAnotherUnit_SeesNoGridOfIt()
    {
        var (ward, _, address) = await WardAsync();
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        using var auditor = await ward.SignInAsync(BuiltInRole.Auditor);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/chi-tieu")).Status);
    }

    [Fact]
    public async Task Get_TargetOfAnotherWard_IsNotFound()
    {
        var (ward, unit, _) = await WardAsync();
        var target = (await ward.TargetsAsync())[0];
        var other = await TestWard.CreateAsync(host);
        using var stranger = await other.SignInAsync(BuiltInRole.Secretariat);

        foreach (var path in new[]
            { $"/chi-tieu/{target.Id}", $"/chi-tieu/{target.Id}/cach-do", $"/chi-tieu/{target.Id}/dieu-chinh", $"/api/v1/targets/{target.Id}/figures" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        }

        var grid = await stranger.GetAsync($"/chi-tieu/nhap-so-lieu?don-vi={unit}");
        Assert.DoesNotContain("hồ sơ TTHC", grid.Words, StringComparison.Ordinal);
    }

    internal const string Form = "main form[enctype='multipart/form-data']";

    internal static FigurePeriod Period(TargetRow row) => FigurePeriod.Holding(row.Rhythm, row.StartsOn);

    internal static Dictionary<string, string> Cells(params (string Field, string Value)[] cells) =>
        cells.ToDictionary(cell => $"Input.Cells[{cell.Field[0]}].{cell.Field[2..]}", cell => cell.Value);

    /// <summary>A ward with two promises that begin in a month that is over.</summary>
    private async Task<(TestWard Ward, Guid Unit, string Address)> WardAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var unit = await ward.AddUnitAsync("Trung tâm Phục vụ hành chính công");
        var month = (await ward.TodayAsync()).AddMonths(-1);
        var (plan, start) = (Guid.CreateVersion7(), new DateOnly(month.Year, month.Month, 1));
        await ward.OpenAsync(Promises.Online(plan) with { LeadUnitId = unit, StartsOn = start },
            Promises.Initiatives(plan) with { LeadUnitId = unit, StartsOn = start });
        return (ward, unit, $"/chi-tieu/nhap-so-lieu?don-vi={unit}&ky={start:yyyy-MM}");
    }
}
