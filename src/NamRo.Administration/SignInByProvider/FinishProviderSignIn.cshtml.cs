using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NamRo.Administration.Access;
using NamRo.Kernel.Outcomes;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>Takes the person back from the provider.</summary>
[AllowAnonymous]
internal sealed class FinishProviderSignInPage(SignInByProviderHandler handler, JourneyCookie cookie, SignInThrottle throttle,
    IOptionsMonitor<ProviderOptions> options) : PageModel
{
    private const int LongestCode = 4096;

    private static readonly Refusal NotOurs =
        new("Lần đăng nhập này đã quá lâu hoặc không bắt đầu từ trình duyệt này. Hãy thử lại từ đầu.");

    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error, CancellationToken cancel)
    {
        if (!options.CurrentValue.IsEnabled)
        {
            return NotFound();
        }

        var journey = cookie.Take();
        if (await throttle.IsBlockedAsync(cancel))
        {
            return this.Refused(SignInThrottle.Refusal);
        }

        if (journey is null || state is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state),
            Encoding.UTF8.GetBytes(journey.State)))
        {
            return this.Refused(NotOurs);
        }

        if (error is not null || code is not { Length: > 0 and <= LongestCode })
        {
            return this.Refused(new Refusal("Hệ thống đăng nhập chung không xác nhận, hoặc anh, chị đã hủy."));
        }

        var command = new SignInByProvider(code, journey, ReturnAddress.Of(Request, options.CurrentValue));
        var outcome = await handler.HandleAsync(command, cancel);
        if (outcome is Outcome<SignInStep>.Refused)
        {
            await throttle.FailedAsync(cancel);
        }

        return this.Answer(outcome, step => LocalRedirect(step == SignInStep.SecondFactor
            ? "/dang-nhap/xac-thuc?ve=" + Uri.EscapeDataString(journey.ReturnPath) : journey.ReturnPath));
    }
}
