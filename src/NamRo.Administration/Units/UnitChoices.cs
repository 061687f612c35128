using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

/// <summary>The choices that several forms about units offer.</summary>
internal sealed class UnitChoices(AppDb database, WardClock clock)
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Đơn vị", "/quan-tri/don-vi")];

    public static IEnumerable<SelectListItem> Kinds =>
        OrgUnitKindTitles.All.Select(pair => new SelectListItem(pair.Value, pair.Key.ToString()));

    /// <summary>The units that exist today, by name.</summary>
    /// <param name="except">A unit that may not be chosen, such as the one being edited.</param>
    /// <param name="cancel">Ends the read.</param>
    public async Task<IReadOnlyList<SelectListItem>> CurrentAsync(Guid? except, CancellationToken cancel)
    {
        var today = clock.Today;
        return await database.Set<OrgUnit>().AsNoTracking()
            .Where(unit => unit.Id != except && (unit.ValidTo == null || unit.ValidTo >= today))
            .OrderBy(unit => unit.Name).Select(unit => new SelectListItem(unit.Name, unit.Id.ToString())).ToListAsync(cancel);
    }
}
