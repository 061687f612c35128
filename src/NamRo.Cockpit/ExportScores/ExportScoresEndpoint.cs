using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit;

/// <summary>
/// The counts from which NĐ 335/2025, Điều 14 takes its ratios: a = done / assigned, c = done on time / assigned, causes outside the unit
/// apart. Quality (b) and the general criteria are a person's judgement and are left to the form.
/// </summary>
internal static class ExportScoresEndpoint
{
    private static readonly SheetColumn[] Columns =
    [
        new("Đơn vị") { Width = 40 }, new("Người đứng đầu") { Width = 28 }, new("Nhiệm vụ giao", SheetKind.Number),
        new("Đã hoàn thành", SheetKind.Number), new("Hoàn thành đúng hạn", SheetKind.Number), new("Hoàn thành muộn", SheetKind.Number),
        new("Đang quá hạn", SheetKind.Number), new("Chờ cơ quan khác, chờ điều kiện (khách quan)", SheetKind.Number),
        new("Chưa đủ dữ liệu", SheetKind.Number), new("a: hoàn thành / giao (%)", SheetKind.Number),
        new("c: đúng hạn / giao, trừ khách quan (%)", SheetKind.Number), new("Căn cứ") { Width = 40 },
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/danh-gia/xuat", WriteAsync)
        .WithMetadata(new RequirePermissionAttribute(CockpitPermission.ReadScores)).ExcludeFromDescription();

    private static Task WriteAsync(HttpContext context, AppDb database, CancellationToken cancel) =>
        SheetDownload.SendAsync(context.Response, "danh-gia-nd-335", Columns, RowsAsync(database, cancel), cancel);

    private static async IAsyncEnumerable<object?[]> RowsAsync(AppDb database, [EnumeratorCancellation] CancellationToken cancel)
    {
        var units = await database.Set<UnitRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);
        var people = await database.Set<PersonRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.FullName, cancel);
        var counts = (await database.Set<TaskRow>().AsNoTracking().Where(row => row.LeadUnitId != null && row.State != TaskStates.Dropped)
            .GroupBy(row => new { row.LeadUnitId, row.State }).Select(group =>
                new { group.Key.LeadUnitId, group.Key.State, Count = group.Count() })
            .ToListAsync(cancel)).ToLookup(row => row.LeadUnitId!.Value);
        foreach (var unit in units.Where(unit => counts.Contains(unit.Id)))
        {
            int Of(params string[] states) => counts[unit.Id].Where(row => states.Contains(row.State)).Sum(row => row.Count);
            var all = counts[unit.Id].Sum(row => row.Count);
            var (onTime, late) = (Of(TaskStates.DoneOnTime), Of(TaskStates.DoneLate));
            var outside = Of(TaskStates.WaitingForOthers, TaskStates.WaitingForCondition);
            yield return
            [
                unit.Name, unit.HeadPersonId is { } head ? people.GetValueOrDefault(head) : null, all, onTime + late, onTime, late,
                Of(TaskStates.Late), outside, Of(TaskStates.InsufficientData), Ratio(onTime + late, all), Ratio(onTime, all - outside),
                "NĐ 335/2025/NĐ-CP, Điều 14; hệ thống chỉ đề xuất",
            ];
        }
    }

    private static decimal? Ratio(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 2);
}
