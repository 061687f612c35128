using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NamRo.Administration.Domain;
using NamRo.Kernel.Api;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Access;

/// <summary>Lets a program in by the token in its header: in its ward, with what it allows and its owner still may.</summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder,
    AccessDirectory directory, CurrentUser user, CurrentWard ward)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "token";

    /// <summary>Chooses between the token and the cookie; the default scheme.</summary>
    public const string Chooser = "token-or-cookie";

    public const string TokenClaim = "token";

    private const string Bearer = "Bearer";

    /// <summary>Tokens open only what is made for programs, never a page.</summary>
    public static string Choose(HttpContext context) => ApiRoutes.IsApi(context) && HeaderOf(context.Request) is not null
        ? Name : IdentityConstants.ApplicationScheme;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var text = HeaderOf(Request)?.Parameter;
        var key = text?.StartsWith(ApiToken.Prefix, StringComparison.Ordinal) == true
            ? WardKey.Parse(text.AsSpan(ApiToken.Prefix.Length)) : null;
        if (key is null || await directory.FindAsync(key, Context.RequestAborted) is not { Ward: { } home } access)
        {
            return AuthenticateResult.Fail("No such token.");
        }

        user.Become(access.User);
        user.Address = Context.Connection.RemoteIpAddress?.ToString();
        ward.Enter(home.Id, home.Name, home.Code, home.IsCity);
        var identity = new ClaimsIdentity([new Claim(TokenClaim, key.Id.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Bearer;
        return base.HandleChallengeAsync(properties);
    }

    private static AuthenticationHeaderValue? HeaderOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase) ? header : null;
}
