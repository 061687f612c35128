using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace NamRo.Ui.Preferences;

/// <summary>Theme and language, kept in cookies of this browser; also for people who are not signed in.</summary>
[AllowAnonymous]
public sealed class PreferencesPage(IStringLocalizer<UiText> words) : PageModel
{
    [BindProperty]
    [Display(Name = "Nền")]
    public Theme? Theme { get; set; }

    [BindProperty]
    [Display(Name = "Ngôn ngữ")]
    public string? Language { get; set; }

    /// <summary>The page to go back to; only addresses of this system are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IEnumerable<SelectListItem> Themes =>
    [
        new(words["Theo máy"], nameof(Preferences.Theme.System)),
        new(words["Sáng"], nameof(Preferences.Theme.Light)),
        new(words["Tối"], nameof(Preferences.Theme.Dark)),
    ];

    public IEnumerable<SelectListItem> Languages { get; } = [new("Tiếng Việt", "vi"), new("English", "en")];

    public void OnGet()
    {
        Theme = ThemeCookie.Read(HttpContext);
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    }

    public IActionResult OnPost()
    {
        if (Theme is { } theme)
            ThemeCookie.Write(Response, theme, Request.IsHttps);
        if (Language is "vi" or "en")
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(UiCulture.Of(Language)));
            Response.Cookies.Append(UiCulture.CookieName, value, PreferenceCookie.Options(Request.IsHttps));
        }
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/tuy-chon");
    }
}
