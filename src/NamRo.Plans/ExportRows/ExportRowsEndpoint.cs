using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans;

/// <summary>The rows of a plan as a spreadsheet that can be edited and imported again.</summary>
internal static class ExportRowsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ke-hoach/{id:guid}/xuat-excel", SendAsync)
        .RequireAuthorization(new RequirePermissionAttribute(PlansPermission.ReadPlans)).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, AppDb database, WardClock clock, HttpResponse response, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (plan is null)
        {
            return TypedResults.NotFound();
        }

        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var rows = database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == id && row.State != RowState.Replaced)
            .OrderByDescending(row => row.Kind).ThenBy(row => row.IsNarrative).ThenBy(row => row.Position).ThenBy(row => row.Id)
            .AsAsyncEnumerable().Select(row => PlanSheet.Cells(row, directory));
        await SheetDownload.SendAsync(response, "Kế hoạch", PlanSheet.Columns, rows, cancel);
        return TypedResults.Empty;
    }
}
