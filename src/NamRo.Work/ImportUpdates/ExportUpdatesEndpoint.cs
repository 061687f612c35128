using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;

namespace NamRo.Work;

/// <summary>The user's open reports as a workbook to be filled in.</summary>
internal static class ExportUpdatesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/nhiem-vu/cap-nhat/tep", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(WorkPermission.Report)).ExcludeFromDescription();

    private static async Task SendAsync(HttpContext context, UpdateSheet sheet, CancellationToken cancel)
    {
        var rows = await sheet.RowsAsync(cancel);
        await SheetDownload.SendAsync(context.Response, "Báo cáo tiến độ", UpdateSheet.Columns, rows.ToAsyncEnumerable(), cancel);
    }
}
