using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Measures;
using NamRo.Measures;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

/// <summary>Figures against the same figures in SQL written by hand.</summary>
public sealed class MeasureTests(TestHost host)
{
    private static readonly MeasurePeriod Year = MeasurePeriod.Year(2026);

    private MeasureCatalogue Catalogue => host.Services.GetRequiredService<MeasureCatalogue>();

    [Theory]
    [InlineData("đếm(đơn_vị)", "select count(*) from administration.unit_row where ward_id = $1")]
    [InlineData("tỷ_lệ(đơn_vị; ngày_thành_lập trong_kỳ)", """
        select sum(case when valid_from >= '2026-01-01' and valid_from <= '2026-12-31' then 1 else 0 end) * 100.0 / count(*)
        from administration.unit_row where ward_id = $1
        """)]
    [InlineData("tỷ_lệ(đơn_vị khi tên chứa 'TỔ'; không có ngày_kết_thúc)", """
        select 100.0 * count(*) filter (where valid_to is null) / count(*) from administration.unit_row where ward_id = $1 and name ilike '%tổ%'
        """)]
    [InlineData("đếm(đơn_vị khi ngày_thành_lập >= 15/3/2026 hoặc ngày_kết_thúc < cuối_kỳ) / 3 + khác_nhau(cán_bộ.đơn_vị)", """
        select (select count(*) from administration.unit_row where ward_id = $1 and (valid_from >= '2026-03-15' or valid_to < '2026-12-31')) / 3.0
          + (select count(distinct unit_id) from administration.person_row where ward_id = $1)
        """)]
    public async Task Take_Expression_EqualsHandWrittenSql(string expression, string sql)
    {
        var ward = await WardWithUnitsAsync();
        var other = await WardWithUnitsAsync();
        Assert.NotEqual(ward.Id, other.Id);
        await ward.InsideAsync(async (database, services) =>
        {
            var value = await services.GetRequiredService<MeasureRunner>().TakeAsync(Read(expression), Year, CancellationToken.None);

            Assert.NotNull(value.Value);
            Assert.Equal(Math.Round(await ScalarAsync(database, sql, ward.Id), 15), Math.Round(value.Value.Value, 15));
        });
    }

    [Fact]
    public async Task TakeByWard_LookingAcross_CountsTheGivenWardsOnly()
    {
        var (one, other, third) = (await WardWithUnitsAsync(), await WardWithUnitsAsync(), await WardWithUnitsAsync());
        await one.InsideAsync(async (database, services) =>
        {
            await database.LookAcrossWardsAsync(CancellationToken.None);
            var figures = await services.GetRequiredService<MeasureRunner>().TakeByWardAsync(Read("đếm(đơn_vị)"), [one.Id, other.Id], Year,
                CancellationToken.None);

            Assert.Equal(new[] { one.Id, other.Id }.Order(), figures.Keys.Order());
            Assert.DoesNotContain(third.Id, figures.Keys);
        });
    }

    [Fact]
    public async Task TakeBy_AKeyField_AddsUpToTheWhole()
    {
        var ward = await WardWithUnitsAsync();
        await ward.InsideAsync(async (_, services) =>
        {
            var runner = services.GetRequiredService<MeasureRunner>();
            var groups = await runner.TakeByAsync(Read("đếm(đơn_vị)"), "đơn_vị", Year, CancellationToken.None);
            var whole = await runner.TakeAsync(Read("đếm(đơn_vị)"), Year, CancellationToken.None);

            Assert.Equal(whole.Value, groups!.Values.Sum(value => value.Value));
        });
    }

    [Fact]
    public async Task List_PagesThroughExactlyTheRowsCounted()
    {
        var ward = await WardWithUnitsAsync();
        await ward.InsideAsync(async (_, services) =>
        {
            var runner = services.GetRequiredService<MeasureRunner>();
            var measure = Read("tỷ_lệ(đơn_vị; ngày_thành_lập trong_kỳ)");
            var value = await runner.TakeAsync(measure, Year, CancellationToken.None);
            var seen = new List<CountedRow>();
            while (true)
            {
                var after = seen.Count == 0 ? ((string, Guid)?)null : (seen[^1].Title, seen[^1].Key);
                var page = await runner.ListAsync(measure.Aggregates[0], true, Year, after, 3, CancellationToken.None);
                seen.AddRange(page);
                if (page.Count < 3)
                {
                    break;
                }
            }

            var rest = await runner.ListAsync(measure.Aggregates[0], false, Year, null, 1000, CancellationToken.None);
            Assert.Equal(value.Numerator, seen.Select(row => row.Key).Distinct().Count());
            Assert.Equal(value.Denominator, seen.Count + rest.Count);
            Assert.All(seen, row => Assert.Equal($"/quan-tri/don-vi/{row.Key}", row.Href));
        });
    }

    [Fact]
    public async Task Take_AnotherWard_IsNotCounted()
    {
        await WardWithUnitsAsync();
        var empty = await TestWard.CreateAsync(host);
        await empty.InsideAsync(async (_, services) => Assert.Equal(0,
            (await services.GetRequiredService<MeasureRunner>().TakeAsync(Read("đếm(đơn_vị)"), Year, CancellationToken.None)).Value));
    }

    [Fact]
    public async Task Sources_AllOfThem_ReadTheirViews()
    {
        var ward = await TestWard.CreateAsync(host);
        await ward.InsideAsync(async (_, services) =>
        {
            var runner = services.GetRequiredService<MeasureRunner>();
            foreach (var source in Catalogue.Sources)
            {
                var conditions = source.Fields.Select(field => field.Kind == FieldKind.YesNo ? field.Name : $"{field.Name} bỏ_trống");
                foreach (var condition in conditions)
                {
                    var measure = Read($"đếm({source.Name} khi {condition})");
                    Assert.Equal(0, (await runner.TakeAsync(measure, Year, CancellationToken.None)).Value);
                    Assert.Empty(await runner.ListAsync(measure.Aggregates[0], null, Year, null, 5, CancellationToken.None));
                }
            }
        });
    }

    private Measure Read(string expression)
    {
        var (measure, error) = Catalogue.Parser.Parse(expression);
        Assert.True(error is null, error?.Message);
        return measure!;
    }

    private async Task<TestWard> WardWithUnitsAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        await ward.InsideAsync(async (database, services) =>
        {
            var random = new Random(57);
            for (var number = 1; number <= 23; number++)
            {
                var from = new DateOnly(2025, 7, 1).AddDays(random.Next(500));
                var unit = OrgUnit.Create(Guid.CreateVersion7(), number % 3 == 0 ? $"Tổ {number}" : $"Phòng {number}", "", OrgUnitKind.Other, null, from);
                if (number % 4 == 0)
                {
                    unit.EndOn(from.AddDays(random.Next(300)));
                }

                database.Add(unit);
            }

            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Test", ward.Id, "")));
            await database.SaveChangesAsync();
        });
        return ward;
    }

    private static async Task<decimal> ScalarAsync(AppDb database, string sql, Guid ward)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        parameter.Value = ward;
        command.Parameters.Add(parameter);
        return Convert.ToDecimal(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
