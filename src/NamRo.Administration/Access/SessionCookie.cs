using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using NamRo.Kernel.Api;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Access;

/// <summary>Makes the request act for the person whose session the cookie names, in the ward they chose.</summary>
internal sealed class SessionCookie(AccessDirectory directory, CurrentUser user, CurrentWard ward) : CookieAuthenticationEvents
{
    public const string SessionClaim = "sid";

    /// <summary>How the session was begun, if not by a way of our own.</summary>
    public const string ViaClaim = "via";

    public const string ByProvider = "provider";

    private static readonly PathString[] OpenWithOneTimePassword = ["/doi-mat-khau", "/dang-xuat"];

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var isKnown = Guid.TryParse(context.Principal?.FindFirst(SessionClaim)?.Value, out var sessionId);
        var access = isKnown ? await directory.FindAsync(sessionId, context.HttpContext.RequestAborted) : null;
        if (access is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        user.Become(access.User);
        user.Address = context.HttpContext.Connection.RemoteIpAddress?.ToString();
        if (access.Ward is { } chosen)
        {
            ward.Enter(chosen.Id, chosen.Name, chosen.Code, chosen.IsCity);
        }

        context.HttpContext.Items[typeof(SessionAccess)] = access;
    }

    /// <summary>A program is told that it is not signed in; only a person is shown the form.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!ApiRoutes.IsApi(context.HttpContext))
        {
            return base.RedirectToLogin(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Forbidden is an answer, not another page: the address stays, so that it works once the role is given.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Sends a person with a one-time password to the page where they choose their own.</summary>
    public static Task RequireOwnPasswordAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var mustChange = context.Items[typeof(SessionAccess)] is SessionAccess { MustChangePassword: true };
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null;
        if (mustChange && isPage && !OpenWithOneTimePassword.Contains(context.Request.Path))
        {
            context.Response.Redirect("/doi-mat-khau");
            return Task.CompletedTask;
        }

        return next(context);
    }
}
