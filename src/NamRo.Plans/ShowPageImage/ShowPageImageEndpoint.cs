using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Pages;
using NamRo.Plans.Domain;
using NamRo.Plans.Jobs;
using NamRo.Reading;

namespace NamRo.Plans;

/// <summary>A page of a plan's file as a picture: drawn once, then kept beside the file.</summary>
internal static class ShowPageImageEndpoint
{
    /// <summary>Sharp enough to read a table's small print on an office screen.</summary>
    private const int DotsPerInch = 110;

    private const int MostAtOnce = 2;

    /// <summary>The server has two cores; who reads on waits a moment.</summary>
    private static readonly SemaphoreSlim Drawing = new(MostAtOnce);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ke-hoach/{id:guid}/trang/{number:int}", ShowAsync)
            .RequireAuthorization(new RequirePermissionAttribute(PlansPermission.ReadPlans)).ExcludeFromDescription();

    private static async Task<Results<FileStreamHttpResult, NotFound>> ShowAsync(Guid id, int number, AppDb database, FileStore files,
        HttpContext context, CancellationToken cancel)
    {
        var plan = await database.Set<PlanDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        var hasPage = await database.Set<PlanPage>().AnyAsync(page => page.PlanId == id && page.Number == number, cancel);
        if (plan?.FileId is not { } fileId || !hasPage || await files.FindAsync(fileId, cancel) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var picture = file.MediaType is MediaTypes.Png or MediaTypes.Jpeg
            ? files.Open(file)
            : await DrawnAsync(files, file, number, cancel);
        if (picture is null)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Stream(picture, file.MediaType is MediaTypes.Jpeg ? MediaTypes.Jpeg : MediaTypes.Png);
    }

    private static async Task<Stream?> DrawnAsync(FileStore files, StoredFile file, int number, CancellationToken cancel)
    {
        var name = $"page-{number}-{DotsPerInch}.png";
        if (files.OpenDerived(file, name) is { } kept)
        {
            return kept;
        }

        await Drawing.WaitAsync(cancel);
        try
        {
            using var copy = await TemporaryCopy.CreateAsync(files, file, cancel);
            var picture = await Task.Run(() => PagePicture.Draw(copy.Path, number, DotsPerInch, cancel), cancel);
            return picture is null ? null : await files.KeepDerivedAsync(file, name, picture, cancel);
        }
        finally
        {
            Drawing.Release();
        }
    }
}
