using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;

namespace NamRo.Administration.Access;

/// <summary>
/// Accounts in our own context, without the library's roles: ours belong to wards. Authenticator keys and recovery codes are tokens of the
/// library; they lie encrypted, so that the table alone lets nobody sign in.
/// </summary>
internal sealed class AccountStore(AppDb database, IdentityErrorDescriber describer, IDataProtectionProvider protection)
    : UserOnlyStore<Account, AppDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>>(
        database, describer)
{
    private readonly IDataProtector protector = protection.CreateProtector("account-token");

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value,
        CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var value = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        return value is null ? null : protector.Unprotect(value);
    }
}
