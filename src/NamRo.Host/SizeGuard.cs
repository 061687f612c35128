using Microsoft.AspNetCore.Http.Metadata;
using NamRo.Kernel.Api;

namespace NamRo.Host;

/// <summary>Answers a request that says it is too large before a byte of it is read.</summary>
internal static class SizeGuard
{
    /// <summary>What a page takes that does not say otherwise; forms are small.</summary>
    private const long DefaultLimit = 30L * 1000 * 1000;

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var own = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        var limit = own is null ? DefaultLimit : own.MaxRequestBodySize;
        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            if (ApiRoutes.IsApi(context))
            {
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(FaultPage.RenderTooLarge(limit.Value / (1024 * 1024)), context.RequestAborted);
        }

        return next(context);
    }
}
