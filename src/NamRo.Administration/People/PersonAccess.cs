using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>Reads it within the ward, unlike a sign-in, which may be of several wards.</summary>
internal sealed class PersonAccess(AppDb database, WardClock clock) : IPersonAccess
{
    public async Task<UserAccess?> FindAsync(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today;
        var person = await (from row in database.Set<PersonRow>()
                            join account in database.Set<Account>() on row.AccountId equals account.Id
                            where row.Id == personId && row.LeftOn == null && account.DisabledAt == null
                            select new { row.UnitId, account.Id, account.DisplayName }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (person is null)
        {
            return null;
        }

        var roles = await database.Set<RoleAssignment>().AsNoTracking()
            .Where(row => row.AccountId == person.Id && row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today))
            .Select(row => new { row.RoleCode, row.UnitId }).ToListAsync(cancel);
        var codes = roles.Select(role => role.RoleCode).Distinct().ToList();
        var permissions = await database.Set<RolePermission>().Where(row => codes.Contains(row.RoleCode)).Select(row => row.PermissionCode)
            .Concat(database.Set<WardRolePermission>().Where(row => codes.Contains(row.RoleCode)).Select(row => row.PermissionCode))
            .Distinct().ToListAsync(cancel);
        var units = roles.Select(role => role.UnitId).Append(person.UnitId).OfType<Guid>().Distinct();
        return new UserAccess(person.Id, null, person.DisplayName, [.. units], [], permissions.ToHashSet(StringComparer.Ordinal))
        {
            PersonId = personId,
        };
    }
}
