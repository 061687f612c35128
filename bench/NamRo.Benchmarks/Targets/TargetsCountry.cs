using System.Diagnostics;
using Npgsql;

namespace NamRo.Benchmarks.Targets;

/// <summary>A country of invented figures: 34 provinces, 3 321 wards, 300 indicators, 60 months.</summary>
internal sealed record TargetsCountry(Guid Ward, Guid Target, DateOnly LastPeriod, long Measurements, double FilledSeconds, double HeapBytes,
    double IndexBytes)
{
    public const string WardUser = "do-phuong";
    public const string CityUser = "do-thanh-pho";

    private const int CityWards = 114;
    private const int Provinces = 34;

    /// <summary>Hải Phòng keeps its 114 communes; the others share the rest.</summary>
    private const string Setup = """
        set session_replication_role = replica;
        insert into administration.commune (code, name, kind, full_name, province_code, province_name)
        select 'B' || lpad(n::text, 4, '0'), 'Xã ' || n, 'xa', 'Xã ' || n, 'P' || lpad((n % 33)::text, 2, '0'), 'Tỉnh ' || (n % 33)
        from generate_series(1, current_setting('bench.wards')::int - 114) n;
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

    /// <summary>Each ward of the city promises something of every indicator.</summary>
    private const string Promise = """
        set session_replication_role = replica;
        insert into targets.target (ward_id, id, plan_id, plan_title, ordinal, text, text_key, comparator, value, measure_unit, starts_on, span_from, due_on,
          source_page, source_from, source_to, quote, series_id, is_matched, version)
        select place.id, gen_random_uuid(), place.id, 'Kế hoạch đo', series, 'Chỉ tiêu đo ' || series, 'chi tieu do ' || series, 'AtLeast', 90, '%',
          date '2026-01-20', date '2026-01-01', date '2026-12-31', 1, 0, 10, 'Chỉ tiêu đo', series, true, 1
        from administration.ward_place place cross join generate_series(1, 300) series where place.province_code = '31';
        insert into administration.account (id, user_name, normalized_user_name, email_confirmed, password_hash, security_stamp, phone_number_confirmed,
          two_factor_enabled, lockout_enabled, access_failed_count, display_name, must_change_password)
        select md5(name)::uuid, name, upper(name), false, current_setting('bench.hash'), 'x', false, false, true, 0, 'Người đo', false
        from unnest(array['do-phuong', 'do-thanh-pho']) name;
        insert into administration.role_assignment (ward_id, id, account_id, role_code, valid_from)
        select id, gen_random_uuid(), md5('do-phuong')::uuid, 'secretariat', date '2020-01-01' from administration.ward where code = '11311'
        union all select id, gen_random_uuid(), md5('do-thanh-pho')::uuid, 'city_viewer', date '2020-01-01' from administration.ward where kind = 'thanh_pho';
        """;

    public static async Task<TargetsCountry> FillAsync(BenchHost host, int wards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wards, CityWards);
        var watch = Stopwatch.StartNew();
        await using var connection = await host.Owner.OpenConnectionAsync();
        await RunAsync(connection, $"set bench.wards = '{wards}'; set bench.hash = '{BenchVisitor.HashPassword(host.Services)}';" + Setup);
        foreach (var province in Enumerable.Range(0, Provinces - 1).Select(number => $"P{number:00}").Prepend("31"))
        {
            await RunAsync(connection, FillProvince.Replace("$1", $"'{province}'", StringComparison.Ordinal));
        }

        await RunAsync(connection, Finish);
        await RunAsync(connection, Promise);
        await RunAsync(connection, "vacuum analyze");
        var count = await host.ScalarAsync<long>("select count(*) from targets.measurement");
        var ward = await host.ScalarAsync<Guid>("select id from administration.ward where code = '11311'");
        return new TargetsCountry(ward, await host.ScalarAsync<Guid>("select id from targets.target where ward_id = $1 and series_id = 1", ward),
            new DateOnly(2026, 10, 1), count, watch.Elapsed.TotalSeconds,
            (double)await host.ScalarAsync<long>("select pg_relation_size('targets.measurement')") / count,
            (double)await host.ScalarAsync<long>("select pg_indexes_size('targets.measurement')") / count);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
