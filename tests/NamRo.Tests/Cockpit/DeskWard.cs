using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Cockpit;

/// <summary>A ward in the middle of its year: two units, tasks in every state, targets with figures. All of it invented for the test.</summary>
public static class DeskWard
{
    public const int TaskCount = 24;

    public static async Task<TestWard> CreateAsync(TestHost host)
    {
        var ward = await TestWard.CreateAsync(host);
        await ward.InsideAsync((database, services) => FillAsync(database, services, ward.Id));
        return ward;
    }

    internal static async Task FillAsync(AppDb database, IServiceProvider services, Guid wardId)
    {
        var today = services.GetRequiredService<WardClock>().Today;
        Guid[] units = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        string[] names = ["Phòng Văn hóa - Xã hội", "Công an phường", "Trung tâm Phục vụ hành chính công"];
        database.AddRange(units.Select((id, index) => OrgUnit.Create(id, names[index], "", OrgUnitKind.Division, null, today.AddYears(-1))));
        services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Test", wardId, "")));
        await database.SaveChangesAsync();
        var plan = Guid.CreateVersion7();
        var tasks = Enumerable.Range(1, TaskCount).Select(number => new TaskCommitment(Guid.CreateVersion7(), plan, number, TitleOf(number))
        {
            PlanTitle = "Kế hoạch thử",
            Group = number % 2 == 0 ? "Hạ tầng số" : "Dữ liệu số",
            LeadUnitId = number == TaskCount ? null : units[number % units.Length],
            Output = "Báo cáo",
            StartsOn = today.AddMonths(-6),
            Deadline = new Deadline(DeadlineKind.Date, today.AddDays((number * 9) - 100)),
        }).ToList();
        await services.GetRequiredService<ITaskRegister>().OpenAsync(tasks, CancellationToken.None);
        string[] texts = ["Tỷ lệ hồ sơ thủ tục hành chính xử lý trực tuyến", "Tỷ lệ người dân trưởng thành có chữ ký số cá nhân",
            "Chi cho khoa học, công nghệ, đổi mới sáng tạo", "Số sáng kiến cấp cơ sở được áp dụng"];
        var targets = texts.Select((text, index) => new TargetCommitment(Guid.CreateVersion7(), plan, index + 1, text)
        {
            PlanTitle = "Kế hoạch thử",
            Comparator = Comparator.AtLeast,
            Value = 90 - (10 * index),
            MeasureUnit = "%",
            LeadUnitId = units[index % units.Length],
            StartsOn = today.AddMonths(-6),
        }).ToList();
        await services.GetRequiredService<ITargetRegister>().OpenAsync(targets, CancellationToken.None);
        await StandAsync(database, wardId, today);
    }

    private static string TitleOf(int number) => (number % 4) switch
    {
        0 => $"Rà soát, nâng cấp điều kiện tối thiểu chuyển đổi số cấp xã, đợt {number}",
        1 => $"Phê duyệt cấp độ an toàn các hệ thống thông tin, đợt {number}",
        2 => $"Hỗ trợ người làm công tác chuyên trách chuyển đổi số, đợt {number}",
        _ => $"Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính, đợt {number}",
    };

    /// <summary>Standings, what is due, and figures as the modules would keep them; fixed, so that counts are known.</summary>
    private static async Task StandAsync(AppDb database, Guid ward, DateOnly today)
    {
        await database.Database.ExecuteSqlAsync($"""
            insert into work.task_standing (ward_id, task_id, state, reason, since, holder_unit_id, next_due)
            select ward_id, id, (array['Late', 'InProgress', 'DoneOnTime', 'InsufficientData', 'WaitingForOthers', 'DoneLate', 'InProgress',
                'WaitingForCondition', 'AboutToBeLate', 'NotBegun', 'DoneOnTime', 'Dropped'])[1 + ordinal % 12],
              'Chưa có sản phẩm “Báo cáo”; hạn theo kế hoạch đã qua.', {today}::date - (ordinal * 3), lead_unit_id, due_now
            from work.work_task where ward_id = {ward}
            on conflict (ward_id, task_id) do update set state = excluded.state, reason = excluded.reason, since = excluded.since,
              holder_unit_id = excluded.holder_unit_id
            """);
        await database.Database.ExecuteSqlAsync($"delete from work.obligation where ward_id = {ward}");
        await database.Database.ExecuteSqlAsync($"""
            insert into work.obligation (ward_id, id, task_id, kind, period_from, period_to, opens_on, due_on, locks_at, unit_id, fulfilled_by,
              fulfilled_at)
            select ward_id, gen_random_uuid(), id, 'MonthlyUpdate', make_date(extract(year from {today}::date)::int, extract(month from {today}::date)::int, 1),
              {today}::date, {today}::date, {today}::date, {today}::date + interval '3 days' + interval '10 hours', lead_unit_id,
              case when ordinal % 3 = 0 then id end, case when ordinal % 3 = 0 then now() end
            from work.work_task where ward_id = {ward} and ordinal <= 20
            """);
        await database.Database.ExecuteSqlAsync($"""
            insert into work.obligation (ward_id, id, task_id, kind, period_from, period_to, opens_on, due_on, unit_id)
            select ward_id, gen_random_uuid(), id, 'OneOff', starts_on, {today}::date + 2, starts_on, {today}::date + 2, lead_unit_id
            from work.work_task where ward_id = {ward} and ordinal in (2, 7)
            """);
        await database.Database.ExecuteSqlAsync($"""
            insert into targets.entry (ward_id, id, source, made_by_name, made_at, evidence_ids, is_synthetic)
            values ({ward}, {ward}, 'Entered', 'Người nhập thử', now(), array[]::uuid[], true)
            """);
        await database.Database.ExecuteSqlAsync($"""
            insert into targets.measurement (ward_id, entry_id, series_id, period, number, numerator, denominator, value)
            select ward_id, {ward}, id, make_date(extract(year from {today}::date)::int, 1, 1) - (m || ' months')::interval, 1, 60 + 2 * (8 - m), 100,
              60 + 2 * (8 - m)
            from targets.series, generate_series(0, 8) m where ward_id = {ward} and name not like 'Số sáng kiến%'
            """);
        await database.Database.ExecuteSqlAsync($"""
            update targets.target_standing standing set standing = (array['Met', 'AtRisk', 'Missed', 'NoData'])[target.ordinal],
              reason = 'Còn thiếu so với mức cần đạt.', current_value = case when target.ordinal < 4 then 76 end
            from targets.target target where target.ward_id = standing.ward_id and target.id = standing.target_id and standing.ward_id = {ward}
            """);
    }
}
