using Microsoft.AspNetCore.Builder;
using NamRo.Administration.Access;

namespace NamRo.Administration.Contracts;

/// <summary>The module's place on the path of a request.</summary>
public static class AdministrationPipeline
{
    /// <summary>
    /// After authentication: programs are held to their share of requests, and a person with a one-time password must choose their own
    /// before anything else.
    /// </summary>
    public static void UseAdministration(this IApplicationBuilder application) =>
        application.UseRateLimiter().Use(SessionCookie.RequireOwnPasswordAsync);
}
