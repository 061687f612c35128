using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Tenancy;

namespace NamRo.Targets;

/// <summary>A unit's month as XLSX, ready to be filled in.</summary>
internal static class FigureTemplateEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/chi-tieu/nhap-so-lieu/mau", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(TargetsPermission.Enter)).ExcludeFromDescription();

    private static async Task SendAsync(HttpContext context, [FromQuery(Name = "don-vi")] Guid unit, [FromQuery(Name = "ky")] string? month,
        FigureGrid grid, CurrentUser user, CancellationToken cancel)
    {
        var chosen = unit == Guid.Empty ? (Guid?)null : unit;
        if (!RecordFiguresHandler.MayEnter(user, chosen))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var on = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given)
            ? given : grid.CurrentMonth();
        var lines = await grid.LinesAsync(chosen, on, cancel);
        await SheetDownload.SendAsync(context.Response, $"so-lieu-{on:yyyy-MM}", FigureSheet.Columns,
            lines.Select(FigureSheet.Row).ToAsyncEnumerable(), cancel);
    }
}
