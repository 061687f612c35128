using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Pages;

namespace NamRo.Cockpit.CityView;

/// <summary>A file that stands behind a figure the city sees; no other file of a ward is given out here.</summary>
internal static class CityEvidenceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/thanh-pho/{code}/minh-chung/{id}", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(CockpitPermission.ReadCity)).ExcludeFromDescription();

    private static async Task<Results<FileStreamHttpResult, NotFound>> SendAsync(string code, Guid id, CityReader reader, AppDb database,
        FileStore files, CancellationToken cancel)
    {
        if (await reader.FindWardAsync(code, cancel) is not { } found
            || !found.Rows.Any(row => row.Figure?.EvidenceIds.Contains(id) == true))
        {
            return TypedResults.NotFound();
        }

        await database.EnterWardAsync(found.Ward.Id, found.Ward.Name, cancel);
        return await files.FindAsync(id, cancel) is { } file
            ? TypedResults.Stream(files.Open(file), file.MediaType, file.Name)
            : TypedResults.NotFound();
    }
}
