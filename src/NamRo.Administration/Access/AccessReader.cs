using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration.Access;

/// <summary>Reads an account's wards, roles and permissions across wards: the one question that comes before a ward is known.</summary>
internal sealed class AccessReader(AppDb database)
{
    /// <summary>Must run in a transaction.</summary>
    /// <param name="chosenWard">The ward the person chose; null, or one they may no longer enter: the first of theirs.</param>
    public async Task<SessionAccess> ReadAsync(Account account, Guid? sessionId, Guid? chosenWard, DateOnly today, CancellationToken cancel)
    {
        await database.LookAcrossWardsAsync(cancel);
        var assignments = await database.Set<RoleAssignment>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => row.AccountId == account.Id && row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today))
            .ToListAsync(cancel);
        var own = assignments.Select(row => row.WardId).Distinct().ToList();
        var wards = await database.Set<WardRecord>().AsNoTracking().Where(row => own.Contains(row.Id) || row.Id == chosenWard)
            .OrderBy(row => row.Name).ToListAsync(cancel);
        var codes = assignments.Select(row => row.RoleCode).Append(BuiltInRole.WardAdmin).Distinct().ToList();
        var catalogue = database.Set<RolePermission>().AsNoTracking().Where(row => codes.Contains(row.RoleCode))
            .Select(row => new { row.RoleCode, row.PermissionCode });
        var made = database.Set<WardRolePermission>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => own.Contains(row.WardId) && codes.Contains(row.RoleCode))
            .Select(row => new { row.RoleCode, row.PermissionCode });
        var permissions = (await catalogue.Concat(made).ToListAsync(cancel)).ToLookup(row => row.RoleCode, row => row.PermissionCode);

        var mayEnterAll = assignments.Any(row => permissions[row.RoleCode].Contains(AdministrationPermission.EnterWards));
        var ward =
            wards.Find(row => row.Id == chosenWard && (mayEnterAll || own.Contains(row.Id))) ?? wards.Find(row => own.Contains(row.Id));
        var roles = assignments.Where(row => row.WardId == ward?.Id).Select(row => row.RoleCode).ToList();
        if (ward is not null && !own.Contains(ward.Id))
        {
            roles = [BuiltInRole.WardAdmin];
        }

        var person = ward is null ? null : await database.Set<Person>().IgnoreQueryFilters([AppDb.WardFilter]).AsNoTracking()
            .Where(row => row.WardId == ward.Id && row.AccountId == account.Id && row.LeftOn == null).Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancel);
        var units = assignments.Where(row => row.WardId == ward?.Id && row.UnitId is not null).Select(row => row.UnitId!.Value).Distinct();
        var user = new UserAccess(account.Id, sessionId, account.DisplayName, [.. units],
            [.. wards.Where(row => own.Contains(row.Id)).Select(row => new WardChoice(row.Id, row.Name))],
            account.MustChangePassword ? new HashSet<string>() : roles.SelectMany(role => permissions[role])
                .ToHashSet(StringComparer.Ordinal))
        { PersonId = person };
        return new SessionAccess(user, ward, account.MustChangePassword);
    }
}
