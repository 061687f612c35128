using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Pages;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <summary>Why a file or part is not taken, in the person's language.</summary>
internal sealed record UploadRefusal(string Message);

/// <summary>
/// What the upload page's script speaks, after the core of the tus protocol: begin, send parts with their place, ask how far it is, give
/// up. Parts are not a form's content, so that no page of another site can send them.
/// </summary>
internal static class UploadInPartsEndpoints
{
    public const string Path = "/ke-hoach/tai-len/phan";
    public const string OffsetHeader = "Upload-Offset";
    private const string PartType = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).RequireAuthorization(new RequirePermissionAttribute(PlansPermission.UploadPlans))
            .ExcludeFromDescription();
        group.MapPost("", BeginAsync);
        group.MapGet("{id:guid}", ProgressAsync);
        group.MapPatch("{id:guid}", TakeAsync).WithMetadata(new RequestSizeLimitAttribute(PartialUpload.PartBytes));
        group.MapDelete("{id:guid}", CancelAsync);
    }

    private static async Task<Results<Ok<UploadProgress>, UnprocessableEntity<UploadRefusal>>> BeginAsync(BeginUpload begun,
        UploadInPartsHandler handler, IStringLocalizer<PlansText> words, CancellationToken cancel) =>
        await handler.HandleAsync(begun with { FileName = begun.FileName ?? "" }, cancel) switch
        {
            Outcome<UploadProgress>.Done done => TypedResults.Ok(done.Value),
            var other => Refuse(((Outcome<UploadProgress>.Refused)other).Refusal, words),
        };

    private static async Task<Results<Ok<UploadProgress>, NotFound>> ProgressAsync(Guid id, UploadInPartsHandler handler,
        CancellationToken cancel) =>
        await handler.ProgressAsync(id, cancel) is { } progress ? TypedResults.Ok(progress) : TypedResults.NotFound();

    private static async Task<Results<Ok<UploadProgress>, Conflict<UploadProgress>, NotFound, UnprocessableEntity<UploadRefusal>,
        StatusCodeHttpResult>> TakeAsync(Guid id, [FromHeader(Name = OffsetHeader)] long offset, HttpRequest request,
        UploadInPartsHandler handler, IStringLocalizer<PlansText> words, CancellationToken cancel)
    {
        if (request.ContentType != PartType)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        using var part = new MemoryStream();
        await request.Body.CopyToAsync(part, cancel);
        return await handler.HandleAsync(new TakePart(id, offset, part.GetBuffer().AsMemory(0, (int)part.Length)), cancel) switch
        {
            Outcome<UploadProgress?>.Done { Value: { } progress } => TypedResults.Ok(progress),
            Outcome<UploadProgress?>.Done => TypedResults.Conflict(await handler.ProgressAsync(id, cancel)),
            Outcome<UploadProgress?>.Refused refused => Refuse(refused.Refusal, words),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> CancelAsync(Guid id, UploadInPartsHandler handler, CancellationToken cancel) =>
        await handler.CancelAsync(id, cancel) is Outcome.Done ? TypedResults.NoContent() : TypedResults.NotFound();

    private static UnprocessableEntity<UploadRefusal> Refuse(Refusal refusal, IStringLocalizer<PlansText> words) =>
        TypedResults.UnprocessableEntity(new UploadRefusal(words[refusal.Message]));
}
