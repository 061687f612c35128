using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Jobs;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Jobs;
using NamRo.Tests.Cockpit;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Targets;

public sealed class ComputeFiguresTests(TestHost host)
{
    private const string MonthlyUpdates = "8";

    [Fact]
    public async Task Post_ConfirmedProposal_ComputesTheFigureAndLeadsToTheRowsCounted()
    {
        var (ward, target, browser) = await MatchedAsync();

        var row = await FindAsync(ward, target);
        Assert.Equal((WorkFigure.MonthlyUpdate, 30m), (row.MeasureCode, row.CurrentValue));
        var month = new DateOnly(row.CurrentPeriod!.Value.Year, row.CurrentPeriod.Value.Month, 1);
        var figure = await ward.ReadAsync(database => database.Set<MeasurementRow>()
            .SingleAsync(one => one.SeriesId == row.SeriesId && one.Period == month));
        Assert.Equal((FigureSource.Computed, 6m, 20m), (figure.Source, figure.Numerator!.Value, figure.Denominator!.Value));
        var page = await browser.GetAsync($"/chi-tieu/{target}");
        var rows = await browser.GetAsync(page.Document.QuerySelector("#so-lieu a[href^='/cach-tinh/']")!.GetAttribute("href")! + "&phan=dat");
        Assert.Equal(6, rows.Document.QuerySelectorAll("main .rows a[href^='/nhiem-vu/']").Length);
        var grid = await browser.GetAsync($"/chi-tieu/nhap-so-lieu?don-vi={Guid.Empty}");
        Assert.DoesNotContain("cập nhật tiến độ định kỳ", grid.Words, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task Post_Compute_FollowsTheRowsUntilTheFigureIsVerified()
    {
        var (ward, target, browser) = await MatchedAsync();
        await UpdateAsync(ward, 9);

        var form = await browser.GetAsync($"/chi-tieu/{target}/tinh-so-lieu");
        Assert.Contains("45%", form.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(form, new Dictionary<string, string>());
        await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/xac-nhan"), new Dictionary<string, string>());
        await UpdateAsync(ward, 12);

        var row = await FindAsync(ward, target);
        Assert.Equal((45m, true), (row.CurrentValue!.Value, row.IsVerified));
        Assert.Contains("Không có kỳ nào để tính", (await browser.GetAsync($"/chi-tieu/{target}/tinh-so-lieu")).Words, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task Run_EndedPeriods_AreWrittenOnceAndWhatAPersonEnteredStays()
    {
        var (ward, target, browser) = await MatchedAsync();
        browser.Dispose();
        var today = await ward.TodayAsync();
        var (last, before) = (new DateOnly(today.Year, today.Month, 1).AddMonths(-1), new DateOnly(today.Year, today.Month, 1).AddMonths(-2));
        await MoveUpdatesAsync(ward, last);
        var series = (await FindAsync(ward, target)).SeriesId;
        await ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync($"""
            insert into targets.measurement (ward_id, entry_id, series_id, period, number, numerator, denominator, value)
            values ({ward.Id}, {ward.Id}, {series}, {before}, 1, 1, 2, 50)
            on conflict (ward_id, series_id, period) do update set entry_id = excluded.entry_id, value = excluded.value
            """));
        await ward.InsideAsync((database, _) =>
            database.Database.ExecuteSqlAsync($"delete from targets.measurement where ward_id = {ward.Id} and series_id = {series} and period = {last}"));

        await RunAsync(ward);
        await RunAsync(ward);

        var figures = await ward.ReadAsync(database => database.Set<MeasurementRow>().Where(one => one.SeriesId == series)
            .ToDictionaryAsync(one => one.Period));
        Assert.Equal((FigureSource.Computed, (decimal?)30m, (short)1), (figures[last].Source, figures[last].Value, figures[last].Number));
        Assert.Equal((FigureSource.Entered, (decimal?)50m), (figures[before].Source, figures[before].Value));
    }

    [Fact]
    public async Task Post_MeasureOfAnotherKind_IsRefused()
    {
        var (ward, target, browser) = await MatchedAsync();
        await browser.SubmitAsync(await browser.GetAsync("/cach-tinh/viet"), new Dictionary<string, string>
        {
            ["Input.Title"] = "Số nhiệm vụ",
            ["Input.Expression"] = "đếm(nhiệm_vụ)",
        });
        var own = await ward.ReadAsync(database => database.Set<NamRo.Kernel.Measures.SavedMeasure>().Select(row => row.Code).SingleAsync());

        var answer = await browser.SubmitAsync(await browser.GetAsync($"/chi-tieu/{target}/cach-do"),
            new Dictionary<string, string> { ["Input.MeasureCode"] = own });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("không cùng loại", answer.Words, StringComparison.Ordinal);
        Assert.Equal(WorkFigure.MonthlyUpdate, (await FindAsync(ward, target)).MeasureCode);
        browser.Dispose();
    }

    /// <summary>A ward of which 6 of 20 tasks are updated this month, and its tracking target confirmed as the proposal says.</summary>
    private async Task<(TestWard Ward, Guid Target, Browser Browser)> MatchedAsync()
    {
        var ward = await DeskWard.CreateAsync(host);
        var promise = Promises.Of(Guid.CreateVersion7(), 9, "Tối thiểu 90% nhiệm vụ thực hiện cập nhật tiến độ định kỳ hằng tháng",
            Comparator.AtLeast, 90, "%");
        await ward.OpenAsync(promise);
        var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var page = await browser.GetAsync("/chi-tieu/doi-chieu");
        Assert.Contains("Hệ thống tự tính số liệu: Tỷ lệ (%) nhiệm vụ phải cập nhật đã cập nhật", page.Words, StringComparison.Ordinal);
        var answer = await browser.SubmitAsync(page,
            new Dictionary<string, string> { ["TargetId"] = promise.Id.ToString(), ["Choice"] = MonthlyUpdates });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return (ward, promise.Id, browser);
    }

    private static async Task<TargetRow> FindAsync(TestWard ward, Guid target) => (await ward.TargetsAsync()).Single(row => row.Id == target);

    private static Task UpdateAsync(TestWard ward, int count) => ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync($"""
        update work.obligation set fulfilled_by = id, fulfilled_at = now() where ward_id = {ward.Id} and id in (
          select o.id from work.obligation o join work.work_task t on t.ward_id = o.ward_id and t.id = o.task_id
          where o.ward_id = {ward.Id} and o.kind = 'MonthlyUpdate'
          order by o.fulfilled_by is null, t.ordinal limit {count})
        """));

    private static Task MoveUpdatesAsync(TestWard ward, DateOnly month) => ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync(
        $"update work.obligation set due_on = {month}::date + 20 where ward_id = {ward.Id} and kind = 'MonthlyUpdate'"));

    private static Task RunAsync(TestWard ward) => ward.InsideAsync((_, services) =>
        services.GetRequiredService<ComputeFiguresJob>().RunAsync(new ComputeEndedPeriods(), new JobRun(Guid.Empty, 1,
            services.GetRequiredService<Npgsql.NpgsqlDataSource>()), CancellationToken.None));
}
