using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration;

internal sealed class SignOutPage(Sessions sessions, SignInManager<Account> signIn, ProviderClient provider, AppDb database,
    EventLog events, CurrentUser user) : PageModel
{
    /// <summary>The page for work without the network, drafts, notes not sent: the next person at this computer finds none.</summary>
    private const string KeptInTheBrowser = "\"cache\", \"storage\"";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (user is { Id: { } account, SessionId: { } session })
        {
            await sessions.EndAsync(account, session, cancel);
            events.Record(new SignedOut(new EventSubject(nameof(Account), account, user.DisplayName)));
            await database.SaveChangesAsync(cancel);
        }

        Response.Headers["Clear-Site-Data"] = KeptInTheBrowser;
        var isByProvider = User.HasClaim(SessionCookie.ViaClaim, SessionCookie.ByProvider);
        await signIn.SignOutAsync();
        return isByProvider && await EndElsewhereAsync(cancel) is { } address ? Redirect(address) : LocalRedirect("/dang-nhap");
    }

    /// <summary>Null: the provider offers no such thing, or cannot be asked; the session here has ended all the same.</summary>
    private async Task<string?> EndElsewhereAsync(CancellationToken cancel)
    {
        try
        {
            return await provider.EndSessionAddressAsync($"{Request.Scheme}://{Request.Host}/dang-nhap", cancel);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
