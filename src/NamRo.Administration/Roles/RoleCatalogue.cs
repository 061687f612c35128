using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration;

/// <summary>A role that can be given in this ward.</summary>
/// <param name="Version">Of a ward's own role; 0 for a built-in one.</param>
internal sealed record RoleEntry(string Code, string Title, bool IsBuiltIn, int Version, IReadOnlySet<string> Permissions);

/// <summary>The roles that can be given here: those of the catalogue, and those the ward has made.</summary>
internal sealed class RoleCatalogue(AppDb database, ModuleCatalogue modules, CurrentUser user, CurrentWard ward)
{
    /// <summary>What the user may put into a role: nobody gives more than they hold. What it has already may stay.</summary>
    public IEnumerable<Permission> OfferedFor(RoleEntry? role) => modules.Permissions.Values
        .Where(permission => user.May(permission.Code) || role?.Permissions.Contains(permission.Code) == true);

    public async Task<IReadOnlyList<RoleEntry>> ListAsync(CancellationToken cancel)
    {
        var permissions = (await database.Set<RolePermission>().AsNoTracking().ToListAsync(cancel))
            .ToLookup(row => row.RoleCode, row => row.PermissionCode);
        var order = AdministrationPermission.BuiltInRoles.Select((role, at) => (role.Code, at))
            .ToDictionary(pair => pair.Code, pair => pair.at);
        var builtIn = (await database.Set<RoleRecord>().AsNoTracking().ToListAsync(cancel))
            .Where(role => (role.Code is BuiltInRole.CityAdmin or BuiltInRole.CityViewer) == ward.IsCity)
            .OrderBy(role => order.GetValueOrDefault(role.Code, int.MaxValue))
            .Select(role => new RoleEntry(role.Code, role.Title, true, 0, permissions[role.Code].ToHashSet(StringComparer.Ordinal)));
        var own = (await database.Set<WardRole>().AsNoTracking().Include(role => role.Permissions).ToListAsync(cancel))
            .OrderBy(role => role.Title, StringComparer.CurrentCulture)
            .Select(role => new RoleEntry(role.Code, role.Title, false, role.Version,
                role.Permissions.Select(row => row.PermissionCode).ToHashSet(StringComparer.Ordinal)));
        return [.. builtIn, .. own];
    }

    public async Task<RoleEntry?> FindAsync(string code, CancellationToken cancel) =>
        (await ListAsync(cancel)).FirstOrDefault(role => role.Code == code);
}
