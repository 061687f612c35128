using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NamRo.Ui.Forms;
using NamRo.Ui.Layout;
using NamRo.Ui.Preferences;

namespace NamRo.Ui;

/// <summary>What the host calls to have the interface.</summary>
public static class UiServices
{
    /// <summary>
    /// Layout, languages, Vietnamese form messages, search. Needs the kernel's CurrentUser, CurrentWard and ModuleCatalogue.
    /// </summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddOptions<ContentPolicyOptions>().BindConfiguration("ContentPolicy");
        services.TryAddScoped<Shell>();
        services.AddSingleton<ModuleWords>();
        // Otherwise each Vietnamese letter would be written as a character reference.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(UiCulture.Vietnamese);
            options.SupportedCultures = options.SupportedUICultures = [UiCulture.Vietnamese, UiCulture.English];
            // Only the person's own choice counts: office browsers are often set to English by their installer.
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = UiCulture.CookieName }];
        });
        return services.AddForms();
    }

    /// <summary>Security headers and the language of the request; before routing and sign-in.</summary>
    public static IApplicationBuilder UseUi(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var policy = new ContentPolicy(app.ApplicationServices.GetRequiredService<IOptions<ContentPolicyOptions>>().Value);
        app.Use((context, next) =>
        {
            policy.AddTo(context.Response.Headers);
            return next(context);
        });
        return app.UseRequestLocalization();
    }
}
