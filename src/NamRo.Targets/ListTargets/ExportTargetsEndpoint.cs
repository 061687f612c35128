using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Standings;
using NamRo.Ui.Lists;

namespace NamRo.Targets;

/// <summary>The filtered list as XLSX or CSV, streamed.</summary>
internal static class ExportTargetsEndpoint
{
    private static readonly SheetColumn[] Columns =
    [
        new("Chỉ tiêu") { Width = 60, IsWrapped = true }, new("Kế hoạch") { Width = 30 }, new("Đơn vị"), new("Đơn vị tính"),
        new("Hiện trạng đầu kỳ"), new("Mức cần"), new("Hạn", SheetKind.Date), new("Hiện nay", SheetKind.Number), new("Kỳ số liệu"),
        new("Dự báo", SheetKind.Number), new("Tình trạng"), new("Vì sao") { Width = 60, IsWrapped = true },
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/chi-tieu/xuat", WriteAsync)
        .WithMetadata(new RequirePermissionAttribute(TargetsPermission.Read)).ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext context, TargetQuery targets, AppDb database, CancellationToken cancel)
    {
        var query = ListQuery.From(context.Request);
        var units = await database.Set<UnitRow>().ToDictionaryAsync(row => row.Id, row => row.ShortName, cancel);
        var rows = RowsAsync(targets.Find(query).OrderByDescending(row => row.PlanId).ThenBy(row => row.Ordinal), units, cancel);
        if (query["dang"] != "csv")
        {
            await SheetDownload.SendAsync(context.Response, "chi-tieu", Columns, rows, cancel);
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=chi-tieu.csv";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvLine.Of(Columns.Select(column => column.Title)));
        await foreach (var row in rows)
        {
            await writer.WriteAsync(CsvLine.Of(row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")));
        }
    }

    private static async IAsyncEnumerable<object?[]> RowsAsync(IQueryable<TargetRow> rows, Dictionary<Guid, string> units,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return
            [
                row.Text, row.PlanTitle, row.LeadUnitId is { } unit ? units.GetValueOrDefault(unit) : null, row.MeasureUnit,
                row.BaselineText ?? row.Baseline?.ToString(CultureInfo.CurrentCulture), row.Promise(), row.DueOn,
                row.CurrentValue, row.CurrentPeriod is { } period ? new Domain.FigurePeriod(row.Rhythm, period).Title : null, row.Forecast,
                row.Standing.Words(), row.Reason,
            ];
        }
    }
}
