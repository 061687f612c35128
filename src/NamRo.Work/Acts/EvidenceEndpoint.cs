using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work.Acts;

/// <summary>A file of evidence, for those who may see the task.</summary>
internal static class EvidenceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/nhiem-vu/{id:guid}/minh-chung/{evidence:guid}", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(WorkPermission.Read)).ExcludeFromDescription();

    public static async Task<IResult> SendAsync(Guid id, Guid evidence, AppDb database, CurrentPerson person, FileStore files,
        CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var isVisible = await database.Set<WorkTask>().Where(task => task.Id == id).VisibleTo(me, database).AnyAsync(cancel);
        var proof = await database.Set<Evidence>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == evidence && row.TaskId == id, cancel);
        if (!isVisible || proof?.FileId is not { } fileId || await files.FindAsync(fileId, cancel) is not { } file)
        {
            return Results.NotFound();
        }

        return Results.File(files.Open(file), file.MediaType, file.Name);
    }
}
