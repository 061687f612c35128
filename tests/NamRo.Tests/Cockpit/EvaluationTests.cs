using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Cockpit;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Language;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Cockpit;

public sealed class EvaluationTests(TestHost host)
{
    [Fact]
    public async Task Get_Units_AreScoredFromTheirRows()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);

        var page = await browser.GetAsync("/danh-gia");

        Assert.Contains("Công an phường", page.Words, StringComparison.Ordinal);
        Assert.Contains("Hệ thống chỉ đề xuất", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/cach-tinh/hoan-thanh-dung-han']"));
        using var officer = await ward.SignInAsync(BuiltInRole.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/danh-gia")).Status);
    }

    [Fact]
    public async Task Get_HeadsAndLeaders_AreScoredApartEachOnce()
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenReportsAsync([await ward.OpenTaskAsync()]);
        using var leader = await ward.SignInAsync(ward.Leader);

        var page = await leader.GetAsync("/danh-gia");

        var tables = page.Document.QuerySelectorAll("main table");
        Assert.Equal(2, tables.Length);
        Assert.Contains("Lãnh đạo phụ trách", tables[1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(tables[1].QuerySelector($"a[href='/nhiem-vu?lanh-dao={ward.PersonId(ward.Leader)}']"));
    }

    [Fact]
    public async Task Post_Weights_AreKeptAsANewDecisionOnce()
    {
        var ward = await DeskWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Leader);
        var form = await browser.GetAsync("/danh-gia/trong-so");
        var fields = new Dictionary<string, string>
        {
            ["Input.OnTime"] = "25",
            ["Input.Updates"] = "25",
            ["Input.Targets"] = "25",
            ["Input.Coverage"] = "25",
            ["Input.Basis"] = "QĐ 12/QĐ-UBND",
        };

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(form, fields)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(form, fields)).Status);

        Assert.Single(await ward.EventsAsync(), row => row.Kind == "WeightsChanged");
        Assert.Contains("QĐ 12/QĐ-UBND", (await browser.GetAsync("/danh-gia")).Words, StringComparison.Ordinal);
        fields["Input.Coverage"] = "26";
        var refused = await browser.SubmitAsync(await browser.GetAsync("/danh-gia/trong-so"), fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("đúng 100%", refused.Words, StringComparison.Ordinal);
        Assert.Contains("QĐ 12/QĐ-UBND", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AppealOfAnotherUnit_IsNotFound()
    {
        var ward = await DeskWard.CreateAsync(host);
        var unit = await ward.ReadAsync(database => database.Set<UnitRow>().Select(row => row.Id).FirstAsync());
        using var head = await ward.SignInAsync(BuiltInRole.UnitHead);

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/danh-gia/y-kien?don-vi={unit}")).Status);
    }

    [Fact]
    public async Task Get_Export_CountsWhatFallsWithinThePeriod()
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenTaskAsync(adjust: task => task with { Deadline = new Deadline(DeadlineKind.Date, ward.Today) });
        using var leader = await ward.SignInAsync(ward.Leader);

        var rows = await ExportAsync(leader, $"{ward.Today.Year}-Y1");

        Assert.Equal(["Phòng Văn hóa - Xã hội", "Trần Thị Bình"], rows);
        Assert.Empty(await ExportAsync(leader, $"{ward.Today.Year + 1}-Y1"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/danh-gia/xuat?ky=quy-3")).Status);
        var offered = (await leader.GetAsync("/danh-gia")).Document.QuerySelectorAll("main select[name=ky] option");
        Assert.Equal($"{ward.Today.Year}-Y1", offered[0].GetAttribute("value"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task Get_Export_OpenTaskCountsFromTheFirstToTheLastDayOfThePeriod(int dueAfterFirst, bool isCounted)
    {
        var ward = await WorkWard.CreateAsync(host);
        var june = new DateOnly(ward.Today.Year + 1, 6, 1);
        await ward.OpenTaskAsync(adjust: task => task with { Deadline = new Deadline(DeadlineKind.Date, june.AddDays(dueAfterFirst)) });
        using var leader = await ward.SignInAsync(ward.Leader);

        Assert.Equal(isCounted, (await ExportAsync(leader, $"{june.Year}-M6")).Count > 0);
    }

    [Fact]
    public async Task Get_CityView_PutsWardsSideBySideForTheCityOnly()
    {
        var ward = await DeskWard.CreateAsync(host);
        var city = await host.CityAsync();
        using var viewer = await city.SignInAsync(BuiltInRole.CityViewer);

        Assert.Equal("/thanh-pho", (await viewer.GetAsync("/")).Location);
        var page = await viewer.GetAsync("/thanh-pho");
        Assert.Contains(ward.Name, page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync($"/thanh-pho/{ward.Id:N}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync($"/thanh-pho/{Guid.CreateVersion7():N}")).Status);
        using var leader = await ward.SignInAsync(BuiltInRole.Leader);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/thanh-pho")).Status);
    }

    /// <summary>Whom the sheet of a period names.</summary>
    private static async Task<IReadOnlyList<string?>> ExportAsync(Browser browser, string period)
    {
        using var file = new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri($"/danh-gia/xuat?ky={period}", UriKind.Relative)));
        var columns = ExportScoresEndpoint.Columns;
        var sheet = Assert.IsType<Outcome<SheetContent>.Done>(SheetReader.Read(file, columns, null, CancellationToken.None)).Value;
        return [.. sheet.Rows.Select(row => row.Text(columns[1]))];
    }
}

internal static class CityOfTests
{
    /// <summary>The city's own row, made by the installation.</summary>
    public static async Task<TestWard> CityAsync(this TestHost host)
    {
        var any = await TestWard.CreateAsync(host);
        var city = await any.ReadAsync(database => database.Set<WardRecord>().FirstAsync(row => row.Kind == WardRecord.CityKind));
        return TestWard.Of(host, city.Id, city.Name);
    }
}
