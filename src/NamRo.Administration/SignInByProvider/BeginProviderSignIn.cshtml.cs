using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Outcomes;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>Sends the person to the provider.</summary>
[AllowAnonymous]
internal sealed class BeginProviderSignInPage(ProviderClient provider, JourneyCookie cookie, IOptionsMonitor<ProviderOptions> options)
    : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ve")] string? returnPath, CancellationToken cancel)
    {
        if (!options.CurrentValue.IsEnabled)
        {
            return NotFound();
        }

        var journey = ProviderJourney.Begin(Url.IsLocalUrl(returnPath) ? returnPath : "/");
        try
        {
            var address = await provider.AuthorizationAddressAsync(journey, ReturnAddress.Of(Request, options.CurrentValue), cancel);
            cookie.Write(journey);
            return Redirect(address);
        }
        catch (HttpRequestException)
        {
            return this.Refused(new Refusal("Chưa kết nối được hệ thống đăng nhập chung. Hãy thử lại sau, hoặc dùng mật khẩu."));
        }
    }
}
