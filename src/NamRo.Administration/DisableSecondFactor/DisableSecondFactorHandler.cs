using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record DisableSecondFactor(string Password);

/// <summary>Turns the second factor off, if the password is strong enough to stand alone.</summary>
internal sealed class DisableSecondFactorHandler(UserManager<Account> accounts, OwnAccount own, AppDb database, EventLog events)
{
    private static readonly Refusal TooWeakAlone = new(
        "Mật khẩu này chỉ đủ khi có xác thực hai lớp. Hãy đổi sang mật khẩu từ 14 ký tự đủ bốn loại rồi hãy tắt.", "Input.Password");

    public async Task<Outcome> HandleAsync(DisableSecondFactor command, CancellationToken cancel)
    {
        if (await own.FindAsync() is not { TwoFactorEnabled: true } account)
        {
            return Outcome.Missing;
        }

        if (await own.RefuseWrongPasswordAsync(account, command.Password) is { } refusal)
        {
            return refusal;
        }

        if (!PasswordRules.IsEnoughAlone(command.Password))
        {
            return TooWeakAlone;
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        events.Record(new SecondFactorDisabled(account.AsSubject()));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
