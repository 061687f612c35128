using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;

namespace NamRo.Work.Acts;

/// <summary>The units and people that forms offer.</summary>
internal sealed class WorkChoices(AppDb database, WardClock clock)
{
    public async Task<IReadOnlyList<SelectListItem>> UnitsAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        return await database.Set<UnitRow>().AsNoTracking().Where(unit => unit.ValidTo == null || unit.ValidTo >= today)
            .OrderBy(unit => unit.Name).Select(unit => new SelectListItem(unit.Name, unit.Id.ToString())).ToListAsync(cancel);
    }

    /// <summary>"Nguyễn Văn An · Phòng VH-XH", by unit.</summary>
    public async Task<IReadOnlyList<SelectListItem>> PeopleAsync(CancellationToken cancel)
    {
        var people = await (from person in database.Set<PersonRow>().AsNoTracking().Where(person => person.LeftOn == null)
                            join unit in database.Set<UnitRow>() on person.UnitId equals unit.Id into units
                            from unit in units.DefaultIfEmpty()
                            orderby unit.ShortName, person.FullName
                            select new { person.Id, person.FullName, Unit = unit.ShortName }).ToListAsync(cancel);
        return people.ConvertAll(person =>
            new SelectListItem(person.Unit is null ? person.FullName : $"{person.FullName} · {person.Unit}", person.Id.ToString()));
    }
}
