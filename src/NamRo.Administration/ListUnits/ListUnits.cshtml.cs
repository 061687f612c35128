using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.ReadUnits)]
internal sealed class ListUnitsPage(AppDb database, CurrentUser user, WardClock clock) : PageModel
{
    /// <summary>A ward has tens of units; beyond this the list is cut.</summary>
    private const int MostShown = 500;

    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WriteUnits);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        Units = await database.Set<OrgUnit>().AsNoTracking().Where(unit => unit.ValidTo == null || unit.ValidTo >= today)
            .OrderBy(unit => unit.Name).Take(MostShown).ToListAsync(cancel);
    }
}
