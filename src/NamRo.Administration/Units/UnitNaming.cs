using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Language;

namespace NamRo.Administration;

internal sealed class UnitNaming(AppDb database, NameUnitHandler names, CreateUnitHandler units, WardClock clock) : IUnitNaming
{
    public async Task<Outcome> AddNameAsync(Guid unitId, string name, CancellationToken cancel)
    {
        var known = await database.Set<UnitName>().Where(row => row.UnitId == unitId).Select(row => row.Name).ToListAsync(cancel);
        return known.Exists(each => VietnameseText.AreSame(each, name))
            ? Outcome.Success
            : await names.HandleAsync(new NameUnit(unitId, name), cancel);
    }

    public async Task<Outcome> CreateAsync(Guid id, string name, CancellationToken cancel) => name.Length > OrgUnit.LongestName
        ? new Refusal("Tên đơn vị quá dài. Hãy thêm đơn vị trong mục Đơn vị, rồi chọn ở đây.")
        : await units.HandleAsync(new CreateUnit(id, name, "", OrgUnitKind.Other, null, clock.Today), cancel);
}
