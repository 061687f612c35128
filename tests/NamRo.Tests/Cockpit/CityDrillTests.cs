using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NamRo.Administration.Domain;
using NamRo.Cockpit.CityView;
using NamRo.Kernel.Contributions;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Cockpit;

public sealed class CityDrillTests(TestHost host)
{
    [Fact]
    public async Task Get_CityFigure_LeadsToTheWardsRowItsEvidenceAndItsLine()
    {
        var ward = await CityFigures.GiveAsync(host);
        using var viewer = await (await host.CityAsync()).SignInAsync(BuiltInRole.CityViewer);

        var city = await viewer.GetAsync("/thanh-pho?chi-tieu=TTHC-04");
        var href = city.Document.QuerySelectorAll("main td a").Select(link => link.GetAttribute("href")!)
            .Single(link => link.StartsWith($"/thanh-pho/{ward.Id:N}#t-", StringComparison.Ordinal));
        var row = await viewer.GetAsync(href);
        Assert.NotNull(row.Document.QuerySelector(href[href.IndexOf('#', StringComparison.Ordinal)..]));
        Assert.Contains("trang 3", row.Words, StringComparison.Ordinal);
        var file = row.Document.QuerySelector("main a[href*='/minh-chung/']")!;
        Assert.Contains("bao-cao.pdf", file.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", (await viewer.GetAsync(file.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        using var leader = await ward.SignInAsync(BuiltInRole.Leader);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync(file.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task Get_EvidenceOfAnotherWard_IsNotFound()
    {
        var (one, other) = (await CityFigures.GiveAsync(host), await CityFigures.GiveAsync(host));
        using var viewer = await (await host.CityAsync()).SignInAsync(BuiltInRole.CityViewer);
        var file = (await viewer.GetAsync($"/thanh-pho/{one.Id:N}")).Document.QuerySelector("main a[href*='/minh-chung/']")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.NotFound,
            (await viewer.GetAsync(file.Replace($"{one.Id:N}", $"{other.Id:N}", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Get_WardOfAnotherProvince_IsNotTheCitysToSee()
    {
        var (own, foreign) = (await CityFigures.GiveAsync(host), await CityFigures.GiveAsync(host));
        await using (var owner = NpgsqlDataSource.Create(host.Cluster.Connection("namro_owner")))
        await using (var move = owner.CreateCommand(
            "insert into administration.commune (code, name, kind, full_name, province_code, province_name) values ($1, 'x', 'phuong', 'Phường x', '01', 'Hà Nội')"))
        {
            move.Parameters.Add(new() { Value = $"{foreign.Id:N}" });
            await move.ExecuteNonQueryAsync();
        }

        using var viewer = await (await host.CityAsync()).SignInAsync(BuiltInRole.CityViewer);
        var city = await viewer.GetAsync("/thanh-pho?chi-tieu=TTHC-04");

        Assert.Contains(own.Name, city.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Name, city.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync($"/thanh-pho/{foreign.Id:N}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("/api/v1/city-figures/01/1?period=2026-M1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync("/api/v1/city-figures/31/1?period=2026-M1")).Status);
    }

    [Fact]
    public async Task Read_TrialWardsWhereThereAreTwoCities_AreNobodysToSee()
    {
        var trial = await CityFigures.GiveAsync(host);
        var city = await host.CityAsync();
        await city.InsideAsync(async (database, services) =>
        {
            var reader = services.GetRequiredService<CityReader>();
            var alone = await reader.FindWardAsync($"{trial.Id:N}", CancellationToken.None);
            var second = new WardRecord { Id = Guid.CreateVersion7(), Code = "99", Name = "Thành phố thứ hai", Kind = WardRecord.CityKind };
            database.Add(second);
            await database.SaveChangesAsync();
            var beside = await reader.FindWardAsync($"{trial.Id:N}", CancellationToken.None);
            // Gone again before anybody else can see it.
            database.Remove(second);
            await database.SaveChangesAsync();

            Assert.NotNull(alone);
            Assert.Null(beside);
        });
    }

    [Fact]
    public async Task Get_Nation_ListsEachIndicatorWithItsCoverage()
    {
        using var viewer = await (await host.CityAsync()).SignInAsync(BuiltInRole.CityViewer);

        var page = await viewer.GetAsync("/ca-nuoc");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("bao nhiêu nơi đã có số", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11311"},"geometry":{"type":"Polygon","coordinates":[[[106.6,20.8],[106.7,20.8],[106.7,20.9],[106.6,20.8]]]}}]}""", 1)]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", null)]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":null,"geometry":{"type":"Point","coordinates":[1,2]}}]}""", null)]
    [InlineData("[1, 2", null)]
    public void Read_Boundaries_AreOutlinesOrNone(string geoJson, int? areas)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N") + ".geojson");
        File.WriteAllText(path, geoJson);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("City:Boundaries", path)]).Build();

        var outlines = new WardBoundaries(settings, NullLogger<WardBoundaries>.Instance).Outlines;

        File.Delete(path);
        Assert.Equal(areas, outlines?.Areas.Count);
        Assert.True(outlines is null || (outlines.Areas[0].Code == "11311" && outlines.Areas[0].Path[0] == 'M'));
    }
}
