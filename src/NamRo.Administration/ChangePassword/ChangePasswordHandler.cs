using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record ChangePassword(string Current, string Chosen);

/// <summary>Changes the user's own password and ends their other sessions.</summary>
internal sealed class ChangePasswordHandler(UserManager<Account> accounts, Sessions sessions, AppDb database, EventLog events,
    CurrentUser user,
    WardClock clock)
{
    public async Task<Outcome> HandleAsync(ChangePassword command, CancellationToken cancel)
    {
        var account = await accounts.FindByIdAsync(user.Id?.ToString() ?? "");
        if (account is null)
        {
            return Outcome.Missing;
        }

        if (command.Current == command.Chosen)
        {
            return new Refusal("Mật khẩu mới phải khác mật khẩu hiện tại.", "Input.Chosen");
        }

        var result = await accounts.ChangePasswordAsync(account, command.Current, command.Chosen);
        if (!result.Succeeded)
        {
            var error = result.Errors.First();
            return new Refusal(error.Description, error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Current"
                : "Input.Chosen");
        }

        account.MustChangePassword = false;
        account.PasswordChangedAt = clock.Now;
        events.Record(new PasswordChanged(account.AsSubject()));
        await database.SaveChangesAsync(cancel);
        await sessions.EndAllAsync(account.Id, user.SessionId, cancel);
        return Outcome.Success;
    }
}
