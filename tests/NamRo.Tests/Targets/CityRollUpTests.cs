using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Jobs;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

public sealed class CityRollUpTests(TestHost host)
{
    private const int Online = 15;

    [Fact]
    public async Task Record_InTwoWards_IsAddedUpForTheirCityAndTheCountryAndAgainAfterACorrection()
    {
        var province = "T" + Guid.CreateVersion7().ToString("N")[24..];
        var (one, two) = (await WardAsync(province), await WardAsync(province));
        var month = (await one.TodayAsync()).AddMonths(-1);
        var period = new DateOnly(month.Year, month.Month, 1);

        await RecordAsync(one, period, Figure.ShareOf(90, 100), null);
        await RecordAsync(two, period, Figure.ShareOf(150, 300), null);
        await DrainAsync();
        var before = await CityAsync(one, province, period);
        await RecordAsync(two, period, Figure.ShareOf(240, 300), 1);
        await DrainAsync();
        await DrainAsync();

        Assert.Equal((2, 60m), (before!.Wards, before.Value));
        var after = await CityAsync(one, province, period);
        Assert.Equal((2, 330m, 400m, 82.5m), (after!.Wards, after.Numerator, after.Denominator, after.Value));
        var nation = await one.ReadAsync(database => database.Set<NationFigureRow>()
            .SingleAsync(row => row.IndicatorId == Online && row.Rhythm == Language.Rhythm.Month && row.Period == period));
        Assert.True(nation.Wards >= 2 && nation.Provinces >= 1);
    }

    private static Task<CityFigureRow?> CityAsync(TestWard ward, string province, DateOnly period) => ward.ReadAsync(database =>
        database.Set<CityFigureRow>().SingleOrDefaultAsync(row => row.ProvinceCode == province && row.IndicatorId == Online && row.Period == period));

    private static Task RecordAsync(TestWard ward, DateOnly period, Figure figure, short? seen) => ward.InsideAsync(async (_, services) =>
    {
        var row = (await ward.TargetsAsync())[0];
        var command = new RecordFigures(Guid.CreateVersion7(), FigureSource.Imported, [new(row.SeriesId, period, figure, seen)]) { HasChecked = true };
        await services.GetRequiredService<RecordFiguresHandler>().HandleAsync(command, CancellationToken.None);
    });

    /// <summary>A ward of an invented province whose target is matched with a canonical indicator.</summary>
    private async Task<TestWard> WardAsync(string province)
    {
        var ward = await TestWard.CreateAsync(host);
        await ward.InsideAsync(async (database, _) =>
        {
            var code = ward.Id.ToString("N", CultureInfo.InvariantCulture);
            database.Add(new Commune { Code = code, Name = ward.Name, Kind = "phuong", FullName = ward.Name, ProvinceCode = province, ProvinceName = "Tỉnh thử" });
            await database.SaveChangesAsync();
        });
        var target = (await ward.OpenAsync(Promises.Online(Guid.CreateVersion7())))[0];
        await ward.InsideAsync((_, services) =>
            services.GetRequiredService<MatchTargetHandler>().HandleAsync(new MatchTarget(target.Id, Online), CancellationToken.None));
        return ward;
    }

    private async Task DrainAsync()
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }
}
