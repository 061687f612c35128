using Microsoft.AspNetCore.Identity;
using NamRo.Administration.Access;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record RenewRecoveryCodes(string Password);

/// <summary>Makes new recovery codes, which ends the old ones.</summary>
internal sealed class RenewRecoveryCodesHandler(UserManager<Account> accounts, OwnAccount own, AppDb database, EventLog events)
{
    public async Task<Outcome<string[]>> HandleAsync(RenewRecoveryCodes command, CancellationToken cancel)
    {
        if (await own.FindAsync() is not { TwoFactorEnabled: true } account)
        {
            return new Outcome<string[]>.NotFound();
        }

        if (await own.RefuseWrongPasswordAsync(account, command.Password) is { } refusal)
        {
            return refusal;
        }

        var count = EnableSecondFactorHandler.RecoveryCodeCount;
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, count) ?? [];
        events.Record(new RecoveryCodesRenewed(account.AsSubject()));
        await database.SaveChangesAsync(cancel);
        return codes.ToArray();
    }
}
