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
    PendingSignIn pending, SignInThrottle throttle, KnownDevice device, AppDb database, EventLog events)
{
    internal static readonly Refusal Locked =
        new("Tài khoản tạm khóa 15 phút vì nhập sai nhiều lần. Hãy thử lại sau hoặc nhờ quản trị phường.");

    private static readonly Refusal Wrong = new("Tên đăng nhập hoặc mật khẩu không đúng.");

    public async Task<Outcome<SignInStep>> HandleAsync(SignIn command, CancellationToken cancel)
    {
        if (await throttle.IsBlockedAsync(cancel))
        {
            return SignInThrottle.Refusal;
        }

        var account = await accounts.FindByNameAsync(command.UserName);
        if (account is null || account.DisabledAt is not null)
        {
            // As slow as a wrong password, so that the time does not tell whether the account exists.
            accounts.PasswordHasher.HashPassword(new Account(), command.Password);
            await throttle.FailedAsync(cancel);
            return Wrong;
        }

        if (await CheckAsync(account, command.Password, cancel) is { Succeeded: false } failed)
        {
            await throttle.FailedAsync(cancel);
            await device.FailedAsync(account, cancel);
            events.Record(new SignInFailed(account.AsSubject(), failed.IsLockedOut));
            await database.SaveChangesAsync(cancel);
            return failed.IsLockedOut ? Locked : Wrong;
        }

        if (account.TwoFactorEnabled)
        {
            await pending.RememberAsync(account);
            return SignInStep.SecondFactor;
        }

        await sessions.BeginAsync(account, cancel);
        events.Record(new SignedIn(account.AsSubject(), SignInMethod.Password));
        await database.SaveChangesAsync(cancel);
        return SignInStep.SignedIn;
    }

    /// <summary>In a browser the owner has used before, guesses made elsewhere lock nobody out.</summary>
    private async Task<SignInResult> CheckAsync(Account account, string password, CancellationToken cancel) =>
        await device.IsKnownAsync(account, cancel) && await accounts.IsLockedOutAsync(account)
            && await accounts.CheckPasswordAsync(account, password)
            ? SignInResult.Success : await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
}
