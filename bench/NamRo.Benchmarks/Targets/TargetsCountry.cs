using System.Diagnostics;
using Npgsql;

namespace NamRo.Benchmarks.Targets;

/// <summary>A country of invented figures: 34 provinces, 3 321 wards, 300 indicators, 60 months.</summary>
internal sealed record TargetsCountry(Guid Ward, Guid City, Guid Target, DateOnly LastPeriod, int Wards, long Measurements, TimeSpan Filled,
    double HeapBytes, double IndexBytes)
{
    private const int Provinces = 34;

    /// <summary>Hải Phòng keeps its 114 communes; the others share the rest.</summary>
    private const string Setup = """
        set session_replication_role = replica;
        insert into administration.commune (code, name, kind, full_name, province_code, province_name)
        select 'B' || lpad(n::text, 4, '0'), 'Xã ' || n, 'xa', 'Xã ' || n, 'P' || lpad((n % 33)::text, 2, '0'), 'Tỉnh ' || (n % 33)
        from generate_series(1, 3321 - 114) n;
        insert into administration.ward (id, code, name, kind, created_at)
        select gen_random_uuid(), code, full_name, kind, now() from administration.commune
        where code not in (select code from administration.ward);
        insert into targets.indicator (id, code, name, kind, measure_unit, direction, rhythm, may_aggregate, definition, formula, words, basis)
        select n, 'DO-' || n, 'Chỉ số đo ' || n, 'Share', '%', 'Up', 'Month', true, '', '', '{}', 'đo' from generate_series(1000, 1299) n;
        update targets.indicator set kind = 'Share', rhythm = 'Month' where id = 1;
        create temporary table chosen as
          select 1 as series, 1 as indicator union all select n, 998 + n from generate_series(2, 300) n;
        insert into targets.series (ward_id, id, indicator_id, name, kind, measure_unit, direction, rhythm, is_cumulative, may_aggregate, starts_on, version)
        select ward.id, chosen.series, chosen.indicator, 'Chỉ tiêu đo ' || chosen.series, 'Share', '%', 'Up', 'Month', false, true, date '2021-01-01', 1
        from administration.ward ward cross join chosen where ward.kind <> 'thanh_pho';
        insert into targets.entry (ward_id, id, source, made_by_name, made_at, evidence_ids, is_synthetic)
        select id, id, 'Imported', 'đo', now(), '{}', true from administration.ward;
        alter table targets.measurement drop constraint measurement_pk;
        drop index targets.measurement_unverified_ix;
        alter table targets.measurement set (autovacuum_enabled = off);
        """;

    private const string FillProvince = """
        set session_replication_role = replica;
        insert into targets.measurement (ward_id, entry_id, verification_id, series_id, period, number, numerator, denominator, value)
        select ward.id, ward.id, ward.id, series, (date '2021-11-01' + make_interval(months => month))::date, 1, part, 1000, part / 10.0
        from administration.ward ward
        join administration.commune commune on commune.code = ward.code and commune.province_code = $1
        cross join generate_series(1, 300) series cross join generate_series(0, 59) month
        cross join lateral (select (400 + (series * 7 + month * 3 + hashtext(ward.code) % 97 + 97) % 500) as part) figure
        """;

    private const string Finish = """
        set session_replication_role = replica;
        alter table targets.measurement add constraint measurement_pk primary key (ward_id, series_id, period);
        create index measurement_unverified_ix on targets.measurement (ward_id, period, series_id) where verification_id is null;
        insert into targets.city_figure
        select commune.province_code, series.indicator_id, 'Month', measurement.period, count(*), count(*), sum(numerator), sum(denominator), sum(value)
        from targets.measurement measurement
        join targets.series series on series.ward_id = measurement.ward_id and series.id = measurement.series_id
        join administration.ward ward on ward.id = measurement.ward_id join administration.commune commune on commune.code = ward.code
        group by 1, 2, 4;
        insert into targets.nation_figure
        select indicator_id, rhythm, period, count(*), sum(wards), sum(wards_with_parts), sum(numerator), sum(denominator), sum(value_sum)
        from targets.city_figure group by 1, 2, 3;
        """;

    private const string Promise = """
        set session_replication_role = replica;
        insert into targets.target (ward_id, id, plan_id, plan_title, ordinal, text, text_key, comparator, value, measure_unit, starts_on, span_from, due_on,
          source_page, source_from, source_to, quote, series_id, is_matched, version)
        select $1, gen_random_uuid(), $1, 'Kế hoạch đo', series, 'Chỉ tiêu đo ' || series, 'chi tieu do ' || series, 'AtLeast', 90, '%', date '2026-01-20',
          date '2026-01-01', date '2026-12-31', 1, 0, 10, 'Chỉ tiêu đo', series, true, 1 from generate_series(1, 300) series
        """;

    public static async Task<TargetsCountry> FillAsync(NpgsqlDataSource owner, TimeSpan budget)
    {
        var watch = Stopwatch.StartNew();
        await RunAsync(owner, Setup);
        var wards = 0;
        foreach (var province in Enumerable.Range(0, Provinces - 1).Select(number => $"P{number:00}").Prepend("31"))
        {
            if (watch.Elapsed > budget)
            {
                break;
            }

            wards += await RunAsync(owner, FillProvince, province) / (300 * 60);
        }

        await RunAsync(owner, Finish);
        await RunAsync(owner, "vacuum analyze targets.measurement");
        await RunAsync(owner, "analyze");
        var ward = await ScalarAsync<Guid>(owner, "select id from administration.ward where code = '11311'");
        await RunAsync(owner, Promise, ward);
        var count = await ScalarAsync<long>(owner, "select count(*) from targets.measurement");
        return new TargetsCountry(ward, await ScalarAsync<Guid>(owner, "select id from administration.ward where kind = 'thanh_pho'"),
            await ScalarAsync<Guid>(owner, "select id from targets.target where series_id = 1"), new DateOnly(2026, 10, 1), wards, count, watch.Elapsed,
            (double)await ScalarAsync<long>(owner, "select pg_relation_size('targets.measurement')") / count,
            (double)await ScalarAsync<long>(owner, "select pg_indexes_size('targets.measurement')") / count);
    }

    private static async Task<int> RunAsync(NpgsqlDataSource owner, string sql, params object[] values)
    {
        await using var connection = await owner.OpenConnectionAsync();
        var count = 0;
        var statements = values.Length == 0 ? sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : sql.Split(";\n", 2, StringSplitOptions.TrimEntries);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            if (statement.Contains("$1", StringComparison.Ordinal))
            {
                command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
            }

            count = await command.ExecuteNonQueryAsync();
        }

        return count;
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
