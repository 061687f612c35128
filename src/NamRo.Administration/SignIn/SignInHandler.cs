using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record SignIn(string UserName, string Password);

/// <summary>What a right password leads to.</summary>
internal enum SignInStep
{
    SignedIn,
    SecondFactor,
}

/// <summary>Checks a password, then starts a session or asks for the second factor. Never tells whether the account exists.</summary>
internal sealed class SignInHandler(UserManager<Account> accounts, SignInManager<Account> signIn, Sessions sessions,
    PendingSignIn pending, AppDb database, EventLog events)
{
    internal static readonly Refusal Locked =
        new("Tài khoản tạm khóa 15 phút vì nhập sai nhiều lần. Hãy thử lại sau hoặc nhờ quản trị phường.");

    private static readonly Refusal Wrong = new("Tên đăng nhập hoặc mật khẩu không đúng.");

    public async Task<Outcome<SignInStep>> HandleAsync(SignIn command, CancellationToken cancel)
    {
        var account = await accounts.FindByNameAsync(command.UserName);
        if (account is null || account.DisabledAt is not null)
        {
            return Wrong;
        }

        var subject = account.AsSubject();
        var result = await signIn.CheckPasswordSignInAsync(account, command.Password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            events.Record(new SignInFailed(subject, result.IsLockedOut));
            await database.SaveChangesAsync(cancel);
            return result.IsLockedOut ? Locked : Wrong;
        }

        if (account.TwoFactorEnabled)
        {
            await pending.RememberAsync(account);
            return SignInStep.SecondFactor;
        }

        await sessions.BeginAsync(account, cancel);
        events.Record(new SignedIn(subject));
        await database.SaveChangesAsync(cancel);
        return SignInStep.SignedIn;
    }
}
