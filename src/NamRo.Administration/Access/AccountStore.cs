using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;

namespace NamRo.Administration.Access;

/// <summary>Accounts in our own context, without the library's roles: ours belong to wards.</summary>
internal sealed class AccountStore(AppDb database, IdentityErrorDescriber describer)
    : UserOnlyStore<Account, AppDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>>(
        database, describer);
