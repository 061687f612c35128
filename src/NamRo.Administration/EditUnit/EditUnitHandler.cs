using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Language;

namespace NamRo.Administration;

internal sealed record EditUnit(Guid Id, string Name, string ShortName, OrgUnitKind Kind, Guid? ParentId, int Seen);

/// <summary>Changes a unit, unless someone else changed it meanwhile.</summary>
internal sealed class EditUnitHandler(AppDb database, EventLog events)
{
    public async Task<Outcome> HandleAsync(EditUnit command, CancellationToken cancel)
    {
        var units = database.Set<OrgUnit>();
        var unit = await units.SingleOrDefaultAsync(row => row.Id == command.Id, cancel);
        if (unit is null)
        {
            return Outcome.Missing;
        }

        if (unit.Version != command.Seen)
        {
            return AdministrationRefusals.ChangedMeanwhile;
        }

        var key = VietnameseText.Fold(command.Name);
        if (await units.AnyAsync(row => row.Id != unit.Id && row.ValidTo == null && row.NameKey == key, cancel))
        {
            return AdministrationRefusals.UnitNameTaken(command.Name);
        }

        if (command.ParentId is { } parent && await RefuseParentAsync(unit.Id, parent, cancel) is { } refusal)
        {
            return refusal;
        }

        unit.Change(command.Name, command.ShortName, command.Kind, command.ParentId);
        events.Record(new UnitChanged(new EventSubject(nameof(OrgUnit), unit.Id, unit.Name)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private async Task<Refusal?> RefuseParentAsync(Guid unit, Guid parent, CancellationToken cancel)
    {
        var parents = await database.Set<OrgUnit>().ToDictionaryAsync(row => row.Id, row => row.ParentId, cancel);
        if (!parents.ContainsKey(parent))
        {
            return AdministrationRefusals.ParentNotFound;
        }

        Guid? above = parent;
        while (above is { } step && step != unit)
        {
            above = parents.GetValueOrDefault(step);
        }

        return above is null ? null : AdministrationRefusals.ParentIsBelow;
    }
}
