using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration;

internal sealed class SignOutPage(Sessions sessions, SignInManager<Account> signIn, AppDb database, EventLog events, CurrentUser user)
    : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (user is { Id: { } account, SessionId: { } session })
        {
            await sessions.EndAsync(account, session, cancel);
            events.Record(new SignedOut(new EventSubject(nameof(Account), account, user.DisplayName)));
            await database.SaveChangesAsync(cancel);
        }

        await signIn.SignOutAsync();
        return LocalRedirect("/dang-nhap");
    }
}
