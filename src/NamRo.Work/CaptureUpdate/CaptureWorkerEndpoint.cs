using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NamRo.Kernel.Pages;

namespace NamRo.Work;

/// <summary>The service worker of the capture page. It stands beside the page, because a worker governs only what is below it.</summary>
internal static class CaptureWorkerEndpoint
{
    private const string Resource = "NamRo.Work.assets.capture-worker.js";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/nhiem-vu/sw.js", () => Results.Stream(
            typeof(CaptureWorkerEndpoint).Assembly.GetManifestResourceStream(Resource)!, "text/javascript"))
        .WithMetadata(new RequirePermissionAttribute(WorkPermission.Report)).ExcludeFromDescription();
}
