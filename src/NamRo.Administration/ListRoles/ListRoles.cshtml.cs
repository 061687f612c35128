using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.ReadRoles)]
internal sealed class ListRolesPage(RoleCatalogue catalogue, AppDb database, CurrentUser user) : PageModel
{
    private Dictionary<string, int> holders = [];

    public IReadOnlyList<RoleEntry> Roles { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WriteRoles);

    public int HoldersOf(string code) => holders.GetValueOrDefault(code);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Roles = await catalogue.ListAsync(cancel);
        holders = await database.Set<RoleAssignment>().Where(row => row.ValidTo == null).GroupBy(row => row.RoleCode)
            .Select(group => new { group.Key, Count = group.Select(row => row.AccountId).Distinct().Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }
}
