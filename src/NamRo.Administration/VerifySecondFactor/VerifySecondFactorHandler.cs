using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record VerifySecondFactor(string Code);

/// <summary>The second step of signing in: a code of the application, or a recovery code. Wrong ones count to the lock.</summary>
internal sealed class VerifySecondFactorHandler(UserManager<Account> accounts, PendingSignIn pending, Sessions sessions,
    SignInThrottle throttle, KnownDevice device, AppDb database, EventLog events)
{
    private const string OwnProvider = "NamRo";
    private const string LastCodeName = "LastAuthenticatorCode";

    private static readonly Refusal Wrong =
        new("Mã không đúng hoặc đã dùng. Hãy nhập mã đang hiện trong ứng dụng, hoặc một mã dự phòng chưa dùng.", "Input.Code");

    public async Task<Outcome> HandleAsync(VerifySecondFactor command, CancellationToken cancel)
    {
        var account = await pending.FindAsync();
        if (account is null)
        {
            return Outcome.Missing;
        }

        if (await throttle.IsBlockedAsync(cancel))
        {
            return SignInThrottle.Refusal;
        }

        if (await accounts.IsLockedOutAsync(account) && !await device.IsKnownAsync(account, cancel))
        {
            return SignInHandler.Locked;
        }

        var code = SecondFactorCode.Parse(command.Code);
        if (!await IsRightAsync(account, code))
        {
            return await RefuseAsync(account, cancel);
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await sessions.BeginAsync(account, cancel);
        await pending.ForgetAsync();
        events.Record(new SignedIn(account.AsSubject(), SignInMethod.SecondFactor));
        if (code.IsRecovery)
        {
            events.Record(new RecoveryCodeUsed(account.AsSubject(), await accounts.CountRecoveryCodesAsync(account)));
        }

        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private async Task<Outcome> RefuseAsync(Account account, CancellationToken cancel)
    {
        await accounts.AccessFailedAsync(account);
        await throttle.FailedAsync(cancel);
        await device.FailedAsync(account, cancel);
        var isLockedOut = await accounts.IsLockedOutAsync(account);
        events.Record(new SignInFailed(account.AsSubject(), isLockedOut));
        await database.SaveChangesAsync(cancel);
        return isLockedOut ? SignInHandler.Locked : Wrong;
    }

    private async Task<bool> IsRightAsync(Account account, SecondFactorCode code)
    {
        if (code.IsRecovery)
        {
            return (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Value)).Succeeded;
        }

        // RFC 6238, 5.2: a code is accepted once, though it stays valid for some time.
        if (await accounts.GetAuthenticationTokenAsync(account, OwnProvider, LastCodeName) == code.Value
            || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Value))
        {
            return false;
        }

        await accounts.SetAuthenticationTokenAsync(account, OwnProvider, LastCodeName, code.Value);
        return true;
    }
}
