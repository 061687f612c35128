using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record EnableSecondFactor(string Code);

/// <summary>Gives the account a fresh key, and turns the second factor on once a code proves that the application has it.</summary>
internal sealed class EnableSecondFactorHandler(UserManager<Account> accounts, OwnAccount own, AppDb database, EventLog events)
{
    public const int RecoveryCodeCount = 10;

    private static readonly Refusal Wrong =
        new("Mã không đúng. Hãy kiểm tra giờ của điện thoại rồi nhập mã đang hiện.", "Input.Code");

    /// <summary>A key of its own for each attempt: one that was seen before and not confirmed is worth nothing.</summary>
    public async Task<Outcome> BeginAsync()
    {
        if (await own.FindAsync() is not { TwoFactorEnabled: false } account)
        {
            return Outcome.Missing;
        }

        await accounts.ResetAuthenticatorKeyAsync(account);
        return Outcome.Success;
    }

    /// <summary>The key that waits for its first code; null when none does.</summary>
    public async Task<AuthenticatorKey?> FindKeyAsync() => await own.FindAsync() is { TwoFactorEnabled: false } account
        && await accounts.GetAuthenticatorKeyAsync(account) is { } secret ? new AuthenticatorKey(account.UserName ?? "", secret) : null;

    /// <summary>Gives the recovery codes, to be shown this once.</summary>
    public async Task<Outcome<string[]>> HandleAsync(EnableSecondFactor command, CancellationToken cancel)
    {
        if (await own.FindAsync() is not { TwoFactorEnabled: false } account)
        {
            return new Outcome<string[]>.NotFound();
        }

        var code = SecondFactorCode.Parse(command.Code);
        if (code.IsRecovery
            || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Value))
        {
            return Wrong;
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodeCount) ?? [];
        events.Record(new SecondFactorEnabled(account.AsSubject()));
        await database.SaveChangesAsync(cancel);
        return codes.ToArray();
    }
}
