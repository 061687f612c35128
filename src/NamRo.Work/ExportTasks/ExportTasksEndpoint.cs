using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Ui.Lists;
using NamRo.Work.Access;
using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>What a list of tasks shows, all pages, as XLSX or CSV, streamed.</summary>
internal static class ExportTasksEndpoint
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Kế hoạch") { Width = 30, IsWrapped = true }, new("Số"), new("Nhóm") { Width = 30, IsWrapped = true },
        new("Nhiệm vụ") { Width = 60, IsWrapped = true }, new("Sản phẩm") { Width = 30, IsWrapped = true }, new("Đơn vị chủ trì"),
        new("Người thực hiện"), new("Lãnh đạo phụ trách"), new("Thời hạn trong kế hoạch"), new("Hạn hiện nay", SheetKind.Date),
        new("Kỳ đến hạn", SheetKind.Date), new("Tình trạng"), new("Vì sao") { Width = 50, IsWrapped = true },
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/nhiem-vu/xuat/{scope}", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(WorkPermission.Read)).ExcludeFromDescription();

    private static async Task SendAsync(string scope, HttpContext context, AppDb database, TaskQuery tasks, CurrentPerson person,
        CancellationToken cancel)
    {
        if (!Enum.TryParse<TaskScope>(scope, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var me = await person.LoadAsync(cancel);
        var visible = chosen.Of(database.Set<WorkTask>().AsNoTracking(), me, database);
        var lines = tasks.Find(visible, ListQuery.From(context.Request)).AsAsyncEnumerable();
        var rows = Rows(lines, cancel);
        if (context.Request.Query["dang"] == "csv")
        {
            await SendCsvAsync(context.Response, rows, cancel);
            return;
        }

        await SheetDownload.SendAsync(context.Response, "Nhiệm vụ", Columns, rows, cancel);
    }

    private static async IAsyncEnumerable<object?[]> Rows(IAsyncEnumerable<TaskLine> lines,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in lines.WithCancellation(cancel))
        {
            yield return
            [
                line.PlanTitle, line.Number, line.GroupTitle, line.Text, line.Output, line.LeadUnit,
                line.ResponsiblePerson, line.Leader, line.DeadlineText, line.DueNow, line.NextDue,
                line.Standing?.Title(), line.Reason,
            ];
        }
    }

    private static async Task SendCsvAsync(HttpResponse response, IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=nhiem-vu.csv";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvLine.Of(Columns.Select(column => column.Title)).AsMemory(), cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.WriteAsync(CsvLine.Of(row.Select(Text)).AsMemory(), cancel);
        }
    }

    private static string Text(object? value) => value is DateOnly date ? WorkRefusals.Show(date) : value as string ?? "";
}
