using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace NamRo.Administration;

/// <summary>Ties the way back from the provider to the browser that went there; good once, for ten minutes.</summary>
internal sealed class JourneyCookie(IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private const string Name = "namro-journey";
    private const string Path = "/dang-nhap/lien-thong";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("provider-journey").ToTimeLimitedDataProtector();

    public void Write(ProviderJourney journey) => http.HttpContext!.Response.Cookies.Append(Name,
        protector.Protect(JsonSerializer.Serialize(journey), Lifetime), Options(Lifetime));

    /// <summary>Reads it and takes it away. Null: there is none, or it is too old.</summary>
    public ProviderJourney? Take()
    {
        var context = http.HttpContext!;
        var cookie = context.Request.Cookies[Name];
        context.Response.Cookies.Append(Name, "", Options(TimeSpan.Zero));
        if (cookie is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ProviderJourney>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Lax: the way back is a link from another site.</summary>
    private CookieOptions Options(TimeSpan age) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.HttpContext!.Request.IsHttps,
        MaxAge = age,
        Path = Path,
    };
}
