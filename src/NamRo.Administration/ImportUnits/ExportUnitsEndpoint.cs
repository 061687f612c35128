using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;

namespace NamRo.Administration;

/// <summary>The units, or only their headings as a template, in the columns that the import reads.</summary>
internal static class ExportUnitsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quan-tri/don-vi/xuat", (HttpContext context, UnitSheet sheet, CancellationToken cancel) =>
                SheetDownload.SendAsync(context.Response, UnitSheet.FileName, UnitSheet.Columns, sheet.RowsAsync(cancel), cancel))
            .WithMetadata(new RequirePermissionAttribute(AdministrationPermission.ReadUnits)).ExcludeFromDescription();
        routes.MapGet("/quan-tri/don-vi/mau", (HttpContext context, CancellationToken cancel) => SheetDownload.SendAsync(context.Response,
                "Mẫu nhập đơn vị", UnitSheet.Columns, AsyncEnumerable.Empty<object?[]>(), cancel))
            .WithMetadata(new RequirePermissionAttribute(AdministrationPermission.WriteUnits)).ExcludeFromDescription();
    }
}
