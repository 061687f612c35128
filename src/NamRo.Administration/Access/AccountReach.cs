using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;

namespace NamRo.Administration.Access;

/// <summary>How far an account reaches beyond the ward.</summary>
internal sealed class AccountReach(AppDb database)
{
    /// <summary>Else a ward's administrator could take over an account that administers the city.</summary>
    public async Task<bool> WorksElsewhereAsync(Guid account, CancellationToken cancel)
    {
        await database.LookAcrossWardsAsync(cancel);
        return await database.Set<RoleAssignment>().IgnoreQueryFilters([AppDb.WardFilter])
            .AnyAsync(row => row.AccountId == account && row.WardId != database.WardId && row.ValidTo == null, cancel);
    }
}
