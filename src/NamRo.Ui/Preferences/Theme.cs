using Microsoft.AspNetCore.Http;

namespace NamRo.Ui.Preferences;

/// <summary>Light or dark; without a choice the device's setting counts.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>Where the choice is kept.</summary>
internal static class ThemeCookie
{
    private const string Name = "namro.theme";

    internal static Theme Read(HttpContext context) => context.Request.Cookies[Name] switch
    {
        "dark" => Theme.Dark,
        "light" => Theme.Light,
        _ => Theme.System,
    };

    internal static void Write(HttpResponse response, Theme theme, bool isSecure)
    {
        if (theme == Theme.System)
            response.Cookies.Delete(Name);
        else
            response.Cookies.Append(Name, theme == Theme.Dark ? "dark" : "light", PreferenceCookie.Options(isSecure));
    }
}

internal static class PreferenceCookie
{
    internal static CookieOptions Options(bool isSecure) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = isSecure,
    };
}
