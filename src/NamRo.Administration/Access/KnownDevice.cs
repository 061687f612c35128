using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NamRo.Administration.Domain;

namespace NamRo.Administration.Access;

/// <summary>
/// A browser in which a person has signed in before. Whoever guesses passwords elsewhere locks the account for themselves, not for the
/// owner in their own browser (OWASP: device cookies). The browser's own wrong guesses are counted apart and end the privilege.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, SignInFailures failures, IHttpContextAccessor http)
{
    private const string CookieName = "namro-device";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-device").ToTimeLimitedDataProtector();

    public async Task<bool> IsKnownAsync(Account account, CancellationToken cancel) =>
        Read(account) is { } device && await failures.CountAsync(device, cancel) < PasswordRules.FailuresBeforeLock;

    /// <summary>Notes a wrong password given in this browser.</summary>
    public Task FailedAsync(Account account, CancellationToken cancel) =>
        Read(account) is { } device ? failures.AddAsync(device, cancel) : Task.CompletedTask;

    public void Remember(Account account)
    {
        var text = $"{account.Id:N}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}";
        http.HttpContext!.Response.Cookies.Append(CookieName, protector.Protect(text, Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.HttpContext.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/dang-nhap",
        });
    }

    private string? Read(Account account)
    {
        if (http.HttpContext?.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            var text = protector.Unprotect(cookie);
            return text.StartsWith($"{account.Id:N}.", StringComparison.Ordinal) ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
