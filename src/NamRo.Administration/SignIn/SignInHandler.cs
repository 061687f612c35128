using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record SignIn(string UserName, string Password);

/// <summary>Checks a password and starts a session. The answer never tells whether the account exists.</summary>
internal sealed class SignInHandler(UserManager<Account> accounts, SignInManager<Account> signIn, Sessions sessions, AppDb database,
    EventLog events)
{
    private static readonly Refusal Wrong = new("Tên đăng nhập hoặc mật khẩu không đúng.");
    private static readonly Refusal Locked =
        new("Tài khoản tạm khóa 15 phút vì nhập sai nhiều lần. Hãy thử lại sau hoặc nhờ quản trị phường.");

    public async Task<Outcome> HandleAsync(SignIn command, CancellationToken cancel)
    {
        var account = await accounts.FindByNameAsync(command.UserName);
        if (account is null || account.DisabledAt is not null)
        {
            return Wrong;
        }

        var subject = new EventSubject(nameof(Account), account.Id, account.DisplayName);
        var result = await signIn.CheckPasswordSignInAsync(account, command.Password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            events.Record(new SignInFailed(subject, result.IsLockedOut));
            await database.SaveChangesAsync(cancel);
            return result.IsLockedOut ? Locked : Wrong;
        }

        await sessions.BeginAsync(account, cancel);
        events.Record(new SignedIn(subject));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
