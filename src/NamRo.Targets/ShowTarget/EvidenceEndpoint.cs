using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Pages;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>A file that stands behind figures; other files of the ward are not given out here.</summary>
internal static class EvidenceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/chi-tieu/minh-chung/{id:guid}", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(TargetsPermission.Read)).ExcludeFromDescription();

    private static async Task<Results<FileStreamHttpResult, NotFound>> SendAsync(Guid id, AppDb database, FileStore files,
        CancellationToken cancel) =>
        await database.Set<Entry>().AnyAsync(row => row.EvidenceIds.Contains(id), cancel) && await files.FindAsync(id, cancel) is { } file
            ? TypedResults.Stream(files.Open(file), file.MediaType, file.Name)
            : TypedResults.NotFound();
}
