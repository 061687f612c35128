using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Cockpit;

public sealed class DeskTests(TestHost host)
{
    [Fact]
    public async Task Get_NoPlan_TeachesTheNextStep()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);

        var page = await browser.GetAsync("/");

        Assert.Contains("Chưa có kế hoạch nào đang chạy", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/ke-hoach']"));
    }

    [Fact]
    public async Task Get_ARunningYear_ShowsWhatIsInTheRows()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);

        var page = await browser.GetAsync("/");

        var tasks = page.Document.QuerySelectorAll(".desk-top section")[0];
        Assert.Contains($"{await CountAsync(ward, "select count(*) from work.task_row where state <> 'Dropped'")} việc", tasks.TextContent, StringComparison.Ordinal);
        var late = tasks.QuerySelector("a[href*='tinh-trang=Late'] b")!.TextContent;
        Assert.Equal(await CountAsync(ward, "select count(*) from work.task_row where state = 'Late'"), decimal.Parse(late, CultureInfo.InvariantCulture));
        Assert.Contains("6 trên 20 việc đã cập nhật", page.Words, StringComparison.Ordinal);
        Assert.Contains("dưới mức 90%", page.Words, StringComparison.Ordinal);
        Assert.Contains("Phòng Văn hóa - Xã hội", page.Words, StringComparison.Ordinal);
        Assert.Contains("Chưa có đơn vị chủ trì", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnotherWardsWork_IsNotShown()
    {
        await DeskWard.CreateAsync(host);
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);

        Assert.Contains("Chưa có kế hoạch nào đang chạy", (await browser.GetAsync("/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnOfficerWithoutUnit_SeesNothingOfOthers()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Officer);

        var page = await browser.GetAsync("/?goc=phuong");

        Assert.DoesNotContain("Rà soát, nâng cấp", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/hop")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/ban-tin-tuan")).Status);
    }

    [Fact]
    public async Task Get_EveryPageOfTheMeeting_HasItsSubject()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        string[] subjects = ["Nhiệm vụ, chỉ tiêu", "Đang vướng ở đâu, vì sao", "Chỉ tiêu có nguy cơ", "Các đơn vị", "7 ngày tới"];
        for (var number = 1; number <= subjects.Length; number++)
        {
            var page = await browser.GetAsync($"/hop?trang={number}");
            Assert.Equal(subjects[number - 1], page.Document.QuerySelector("h1")!.TextContent);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/hop?trang=99")).Status);
    }

    [Fact]
    public async Task Get_WeeklyNote_SaysTheWeekInSentences()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);

        var page = await browser.GetAsync("/ban-tin-tuan");

        Assert.Contains("Cập nhật tháng", page.Words, StringComparison.Ordinal);
        Assert.Contains("6 trên 20 việc, 30%", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_DataHealth_NamesTheGapAndTheStep()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);

        var page = await browser.GetAsync("/suc-khoe-du-lieu");

        Assert.Contains("Nhiệm vụ chưa có đơn vị chủ trì", page.Words, StringComparison.Ordinal);
        Assert.Contains("Đơn vị chưa có cán bộ", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href^='/nhiem-vu/'][href$='/giao']"));
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/suc-khoe-du-lieu")).Status);
    }

    [Theory]
    [InlineData(WorkFigure.MonthlyUpdate, """
        select 100.0 * count(*) filter (where done) / count(*) from (select bool_or(fulfilled_by is not null) as done from work.obligation
          where ward_id = $1 and kind in ('MonthlyUpdate', 'Recurring') and date_trunc('month', due_on::timestamp) = date_trunc('month', $2::timestamp)
          group by task_id) t
        """)]
    [InlineData(WorkFigure.Tracked, """
        select 100.0 * sum(case when t.lead_unit_id is not null and s.state is not null then 1 else 0 end) / count(*)
        from work.work_task t left join work.task_standing s using (ward_id, task_id) where ward_id = $1 and $2::date is not null
        """)]
    [InlineData(WorkFigure.OnTime, """
        select 100.0 * sum((state = 'DoneOnTime')::int) / sum((state in ('DoneOnTime', 'DoneLate', 'Late'))::int)
        from work.task_standing where ward_id = $1 and $2::date is not null
        """)]
    [InlineData(WorkFigure.Coverage, """
        select 100.0 - 100.0 * sum((state = 'InsufficientData')::int) / count(*) from work.task_standing
        where ward_id = $1 and state not in ('NotBegun', 'Dropped') and $2::date is not null
        """)]
    [InlineData(TargetFigure.Attained, """
        select 100.0 * sum((s.standing in ('Met', 'OnTrack'))::int) / count(*) from targets.target_standing s
        where s.ward_id = $1 and s.standing not in ('NoData', 'NotDue') and $2::date is not null
        """)]
    [InlineData(TargetFigure.Coverage, """
        select 100.0 * sum((s.standing <> 'NoData')::int) / count(*) from targets.target_standing s
        where s.ward_id = $1 and s.standing <> 'NotDue' and $2::date is not null
        """)]
    public async Task ShippedFigure_EqualsHandWrittenSql(string code, string sql)
    {
        var ward = await DeskWard.CreateAsync(host);
        await DeskWard.CreateAsync(host);
        await ward.InsideAsync(async (database, services) =>
        {
            var today = services.GetRequiredService<WardClock>().Today;
            var measure = await services.GetRequiredService<MeasureBook>().FindAsync(code, CancellationToken.None);
            var value = await services.GetRequiredService<MeasureRunner>()
                .TakeAsync(measure!.Measure, MeasurePeriod.MonthOf(today), CancellationToken.None);
            sql = sql.Replace("using (ward_id, task_id) where ward_id", "on s.ward_id = t.ward_id and s.task_id = t.id where t.ward_id", StringComparison.Ordinal);

            Assert.Equal(Math.Round(await ScalarAsync(database, sql, ward.Id, today), 12), Math.Round(value.Value!.Value, 12));
        });
    }

    private static async Task<decimal> CountAsync(TestWard ward, string sql) =>
        await ward.ReadAsync(database => ScalarAsync(database, sql));

    private static async Task<decimal> ScalarAsync(AppDb database, string sql, params object[] values)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return Convert.ToDecimal(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
