using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit;

/// <summary>
/// The counts from which NĐ 335/2025, Điều 14 takes its ratios: a = done / assigned, c = done on time / assigned, causes outside the unit
/// apart. Quality (b) and the general criteria are a person's judgement and are left to the form.
/// </summary>
internal static class ExportScoresEndpoint
{
    internal static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("Loại") { Width = 20 }, new("Đơn vị, người") { Width = 40 }, new("Người đứng đầu") { Width = 28 },
        new("Nhiệm vụ giao", SheetKind.Number),
        new("Đã hoàn thành", SheetKind.Number), new("Hoàn thành đúng hạn", SheetKind.Number), new("Hoàn thành muộn", SheetKind.Number),
        new("Đang quá hạn", SheetKind.Number), new("Chờ cơ quan khác, chờ điều kiện (khách quan)", SheetKind.Number),
        new("Chưa đủ dữ liệu", SheetKind.Number), new("a: hoàn thành / giao (%)", SheetKind.Number),
        new("c: đúng hạn / giao, trừ khách quan (%)", SheetKind.Number), new("Kỳ") { Width = 16 }, new("Căn cứ") { Width = 40 },
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/danh-gia/xuat", WriteAsync)
        .WithMetadata(new RequirePermissionAttribute(CockpitPermission.ReadScores)).ExcludeFromDescription();

    /// <summary>What is offered: this year, the last four quarters, the last two months, the year before.</summary>
    public static IReadOnlyList<ReportingPeriod> Periods(DateOnly today)
    {
        var (year, quarter) = (Period(PeriodKind.Year, today), Period(PeriodKind.Quarter, today));
        return
        [
            year, quarter, quarter.Previous, quarter.Previous.Previous, quarter.Previous.Previous.Previous, Period(PeriodKind.Month, today),
            Period(PeriodKind.Month, today).Previous, year.Previous,
        ];
    }

    private static ReportingPeriod Period(PeriodKind kind, DateOnly day) => PeriodRules.Calendar.On(kind, day);

    /// <param name="ky">Code of the period, such as 2026-Q3; without one, this year.</param>
    private static async Task<IResult> WriteAsync(string? ky, HttpContext context, AppDb database, WardClock clock,
        CancellationToken cancel)
    {
        if ((ky is null ? Period(PeriodKind.Year, clock.Today) : ReportingPeriod.FromCode(ky)) is not { } period)
        {
            return TypedResults.NotFound();
        }

        await SheetDownload.SendAsync(context.Response, $"danh-gia-nd-335-{period.Code}", Columns, RowsAsync(database, period, cancel),
            cancel);
        return TypedResults.Empty;
    }

    /// <summary>Due or done within the period; a standing task counts in each period that it reaches into.</summary>
    private static IQueryable<TaskRow> Within(IQueryable<TaskRow> tasks, DateOnly from, DateOnly to) => tasks.Where(row =>
        row.State != TaskStates.Dropped && row.StartsOn <= to
        && (row.State == TaskStates.DoneOnTime || row.State == TaskStates.DoneLate
            ? (row.Since >= from && row.Since <= to) || (row.Due >= from && row.Due <= to)
            : row.Due == null || (row.Due >= from && row.Due <= to)));

    private static async IAsyncEnumerable<object?[]> RowsAsync(AppDb database, ReportingPeriod period,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var span = PeriodRules.Calendar.SpanOf(period);
        var people = await database.Set<PersonRow>().AsNoTracking().OrderBy(row => row.FullName).ToListAsync(cancel);
        var names = people.ToDictionary(row => row.Id, row => row.FullName);
        var tasks = Within(database.Set<TaskRow>().AsNoTracking(), span.From, span.To);
        var ofUnits = await CountAsync(tasks.Select(row => new Held { Holder = row.LeadUnitId, State = row.State }), cancel);
        foreach (var unit in (await database.Set<UnitRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel))
            .Where(unit => ofUnits.Contains(unit.Id)))
        {
            yield return Row("Đơn vị", unit.Name, unit.HeadPersonId is { } head ? names.GetValueOrDefault(head) : null, ofUnits[unit.Id],
                period);
        }

        var ofLeaders = await CountAsync(tasks.Select(row => new Held { Holder = row.LeaderPersonId, State = row.State }), cancel);
        foreach (var person in people.Where(person => ofLeaders.Contains(person.Id)))
        {
            yield return Row("Lãnh đạo phụ trách", person.FullName, null, ofLeaders[person.Id], period);
        }

        var ofPeople = await CountAsync(tasks.Select(row => new Held { Holder = row.ResponsiblePersonId, State = row.State }), cancel);
        foreach (var person in people.Where(person => ofPeople.Contains(person.Id)))
        {
            yield return Row("Người thực hiện", person.FullName, null, ofPeople[person.Id], period);
        }
    }

    private static async Task<ILookup<Guid, (string? State, int Count)>> CountAsync(IQueryable<Held> tasks, CancellationToken cancel) =>
        (await tasks.Where(row => row.Holder != null).GroupBy(row => new { row.Holder, row.State })
            .Select(group => new { group.Key.Holder, group.Key.State, Count = group.Count() }).ToListAsync(cancel))
            .ToLookup(row => row.Holder!.Value, row => (row.State, row.Count));

    private static object?[] Row(string kind, string name, string? head, IEnumerable<(string? State, int Count)> counts,
        ReportingPeriod period)
    {
        var states = counts.ToList();
        int Of(params string[] sought) => states.Where(row => sought.Contains(row.State)).Sum(row => row.Count);
        var all = states.Sum(row => row.Count);
        var (onTime, late) = (Of(TaskStates.DoneOnTime), Of(TaskStates.DoneLate));
        var outside = Of(TaskStates.WaitingForOthers, TaskStates.WaitingForCondition);
        return
        [
            kind, name, head, all, onTime + late, onTime, late, Of(TaskStates.Late), outside, Of(TaskStates.InsufficientData),
            Ratio(onTime + late, all), Ratio(onTime, all - outside), period.Title,
            "NĐ 335/2025/NĐ-CP, Điều 14; hệ thống chỉ đề xuất",
        ];
    }

    private static decimal? Ratio(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 2);

    /// <summary>A task in somebody's hands.</summary>
    private sealed class Held
    {
        public Guid? Holder { get; init; }

        public string? State { get; init; }
    }
}
