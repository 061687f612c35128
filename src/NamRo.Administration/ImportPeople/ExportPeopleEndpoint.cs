using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;

namespace NamRo.Administration;

/// <summary>The people, or only their headings as a template. Contact details go out: for those who keep the list only.</summary>
internal static class ExportPeopleEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var permission = new RequirePermissionAttribute(AdministrationPermission.WritePeople);
        routes.MapGet("/quan-tri/can-bo/xuat", ExportAsync).WithMetadata(permission).ExcludeFromDescription();
        routes.MapGet("/quan-tri/can-bo/mau", SendTemplateAsync).WithMetadata(permission).ExcludeFromDescription();
    }

    private static async Task ExportAsync(HttpContext context, PersonSheet sheet, PersonReader reader, CancellationToken cancel) =>
        await SheetDownload.SendAsync(context.Response, PersonSheet.FileName, await sheet.ColumnsWithChoicesAsync(reader, cancel),
            sheet.RowsAsync(cancel), cancel);

    private static async Task SendTemplateAsync(HttpContext context, PersonSheet sheet, PersonReader reader, CancellationToken cancel) =>
        await SheetDownload.SendAsync(context.Response, "Mẫu nhập cán bộ", await sheet.ColumnsWithChoicesAsync(reader, cancel),
            AsyncEnumerable.Empty<object?[]>(), cancel);
}
