using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Api;

namespace NamRo.Administration.Access;

/// <summary>How much one program may ask for; set by the operator (<c>Api:RequestsPerMinute</c>).</summary>
internal sealed class ApiLimitOptions
{
    public const string Section = "Api";

    public int RequestsPerMinute { get; set; } = 600;
}

/// <summary>
/// Counts the requests of each token or session (without one, of each address). Kept in memory by each web process.
/// </summary>
internal static class ApiLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Set(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => ApiRoutes.IsApi(context)
            ? RateLimitPartition.GetFixedWindowLimiter(KeyOf(context), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiLimitOptions>>().Value.RequestsPerMinute,
                Window = Window,
            }) : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static string KeyOf(HttpContext context) => context.User.FindFirst(TokenScheme.TokenClaim)?.Value
        ?? context.User.FindFirst(SessionCookie.SessionClaim)?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
}
