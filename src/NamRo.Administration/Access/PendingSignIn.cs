using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Domain;

namespace NamRo.Administration.Access;

/// <summary>Who has given a right password and still owes the second factor: a cookie of five minutes that opens nothing else.</summary>
internal sealed class PendingSignIn(UserManager<Account> accounts, IHttpContextAccessor http)
{
    private const string StampClaim = "stamp";

    private static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    public Task RememberAsync(Account account)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Id.ToString()));
        identity.AddClaim(new Claim(StampClaim, account.SecurityStamp ?? ""));
        return http.HttpContext!.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Null: nobody, or the account was disabled or changed since its password was given.</summary>
    public async Task<Account?> FindAsync()
    {
        var principal = (await http.HttpContext!.AuthenticateAsync(Scheme)).Principal;
        var account = principal?.FindFirstValue(ClaimTypes.Name) is { } id ? await accounts.FindByIdAsync(id) : null;
        return account is { DisabledAt: null } && account.SecurityStamp == principal?.FindFirstValue(StampClaim) ? account : null;
    }

    public Task ForgetAsync() => http.HttpContext!.SignOutAsync(Scheme);
}
