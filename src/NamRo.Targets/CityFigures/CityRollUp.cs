using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using Npgsql;

namespace NamRo.Targets;

/// <summary>
/// Carries a ward's changed figures up to its city and the country, in the worker. Each sum is made anew from the figures below it, under a
/// lock on its own row: a repeated delivery changes nothing, and two wards at once take turns.
/// </summary>
internal sealed class CityRollUp(AppDb database)
    : ISubscriber<FiguresRecorded>, ISubscriber<TargetMatched>, ISubscriber<TargetMethodChanged>
{
    private const string Keys = "unnest(@indicators, @rhythms, @periods) as key (indicator_id, rhythm, period)";

    private const string LockCities = $"""
        insert into targets.city_figure
          (province_code, indicator_id, rhythm, period, wards, wards_with_parts, numerator, denominator, value_sum)
        select @province, key.indicator_id, key.rhythm, key.period, 0, 0, 0, 0, 0 from {Keys} order by 2, 3, 4
        on conflict (indicator_id, rhythm, period, province_code) do update set wards = city_figure.wards
        """;

    private const string AddCities = $"""
        update targets.city_figure as figure set wards = added.wards, wards_with_parts = added.with_parts, numerator = added.numerator,
          denominator = added.denominator, value_sum = added.value_sum
        from {Keys} cross join lateral (
          select count(measurement.value) as wards,
            count(measurement.denominator) filter (where measurement.value is not null) as with_parts,
            coalesce(sum(measurement.numerator), 0) as numerator, coalesce(sum(measurement.denominator), 0) as denominator,
            coalesce(sum(measurement.value), 0) as value_sum
          from administration.ward_place place
          join targets.series series on series.ward_id = place.id and series.indicator_id = key.indicator_id
          join targets.measurement measurement on measurement.ward_id = series.ward_id and measurement.series_id = series.id
          where place.province_code = @province and series.may_aggregate and series.rhythm = key.rhythm
            and measurement.period = key.period) added
        where figure.province_code = @province and figure.indicator_id = key.indicator_id and figure.rhythm = key.rhythm
          and figure.period = key.period
        """;

    private const string LockNation = $"""
        insert into targets.nation_figure
          (indicator_id, rhythm, period, provinces, wards, wards_with_parts, numerator, denominator, value_sum)
        select key.indicator_id, key.rhythm, key.period, 0, 0, 0, 0, 0, 0 from {Keys} order by 1, 2, 3
        on conflict (rhythm, period, indicator_id) do update set wards = nation_figure.wards
        """;

    private const string AddNation = $"""
        update targets.nation_figure as figure set provinces = added.provinces, wards = added.wards, wards_with_parts = added.with_parts,
          numerator = added.numerator, denominator = added.denominator, value_sum = added.value_sum
        from {Keys} cross join lateral (
          select count(*) filter (where city.wards > 0) as provinces, coalesce(sum(city.wards), 0) as wards,
            coalesce(sum(city.wards_with_parts), 0) as with_parts, coalesce(sum(city.numerator), 0) as numerator,
            coalesce(sum(city.denominator), 0) as denominator, coalesce(sum(city.value_sum), 0) as value_sum
          from targets.city_figure city
          where city.indicator_id = key.indicator_id and city.rhythm = key.rhythm and city.period = key.period) added
        where figure.indicator_id = key.indicator_id and figure.rhythm = key.rhythm and figure.period = key.period
        """;

    /// <inheritdoc/>
    public Task ReceiveAsync(FiguresRecorded happened, Guid eventId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var series = happened.Figures.Select(figure => figure.SeriesId).Distinct().ToList();
        var periods = happened.Figures.Select(figure => figure.Period).Distinct().ToList();
        return RollAsync(database.Set<MeasurementRow>()
            .Where(row => series.Contains(row.SeriesId) && periods.Contains(row.Period)), cancel);
    }

    /// <inheritdoc/>
    public Task ReceiveAsync(TargetMatched happened, Guid eventId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return RollTargetAsync(happened.Subject.Id, cancel);
    }

    /// <inheritdoc/>
    public Task ReceiveAsync(TargetMethodChanged happened, Guid eventId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return RollTargetAsync(happened.Subject.Id, cancel);
    }

    private Task RollTargetAsync(Guid target, CancellationToken cancel) => RollAsync(database.Set<MeasurementRow>()
        .Where(row => database.Set<Target>().Any(owner => owner.Id == target && owner.SeriesId == row.SeriesId)), cancel);

    private async Task RollAsync(IQueryable<MeasurementRow> changed, CancellationToken cancel)
    {
        var keys = await changed.Where(row => row.IndicatorId != null)
            .Select(row => new { Indicator = row.IndicatorId!.Value, row.Rhythm, row.Period }).Distinct().ToListAsync(cancel);
        var ward = database.WardId;
        var province = await database.Set<WardPlace>().Where(row => row.Id == ward)
            .Select(row => row.ProvinceCode).SingleOrDefaultAsync(cancel);
        if (keys.Count == 0 || province is null)
        {
            return;
        }

        await database.LookAcrossWardsAsync(cancel);
        foreach (var statement in new[] { LockCities, AddCities, LockNation, AddNation })
        {
            await database.Database.ExecuteSqlRawAsync(statement,
            [
                new NpgsqlParameter("province", province), new NpgsqlParameter("indicators", keys.Select(key => key.Indicator).ToArray()),
                new NpgsqlParameter("rhythms", keys.Select(key => key.Rhythm.ToString()).ToArray()),
                new NpgsqlParameter("periods", keys.Select(key => key.Period).ToArray()),
            ], cancel);
        }
    }
}
