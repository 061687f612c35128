using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NamRo.Kernel.Api;

/// <summary>What other programs call: JSON under one address, with a token or the cookie of a sign-in.</summary>
public static class ApiRoutes
{
    /// <summary>Answers below it are for programs: problems are JSON, never a page.</summary>
    public const string Root = "/api";

    /// <summary>Fields may be added to this version, never renamed or removed.</summary>
    public const string Version1 = Root + "/v1";

    /// <summary>A UUID made by the sender of a write: the same act sent twice is done once.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private static readonly int[] Problems =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status429TooManyRequests,
    ];

    public static bool IsApi(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);
    }

    /// <summary>A module's endpoints of the current version.</summary>
    /// <param name="tag">Heading in the description, in the ward's words.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string tag)
    {
        var group = routes.MapGroup(Version1).WithTags(tag).AddEndpointFilter<ApiInput>().AddEndpointFilter<ApiKeys>();
        foreach (var status in Problems)
        {
            group.ProducesProblem(status);
        }

        return group;
    }
}
