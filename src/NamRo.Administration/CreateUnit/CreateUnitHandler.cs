using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Language;

namespace NamRo.Administration;

internal sealed record CreateUnit(Guid Id, string Name, string ShortName, OrgUnitKind Kind, Guid? ParentId, DateOnly ValidFrom);

/// <summary>Adds a unit. The same command twice creates one unit.</summary>
internal sealed class CreateUnitHandler(AppDb database, EventLog events)
{
    public async Task<Outcome> HandleAsync(CreateUnit command, CancellationToken cancel)
    {
        var units = database.Set<OrgUnit>();
        if (await units.AnyAsync(unit => unit.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        var name = VietnameseText.Normalize(command.Name);
        var key = VietnameseText.Fold(name);
        if (await units.AnyAsync(unit => unit.ValidTo == null && unit.NameKey == key, cancel))
        {
            return AdministrationRefusals.UnitNameTaken(name);
        }

        if (command.ParentId is { } parent && !await units.AnyAsync(unit => unit.Id == parent, cancel))
        {
            return AdministrationRefusals.ParentNotFound;
        }

        units.Add(OrgUnit.Create(command.Id, name, command.ShortName, command.Kind, command.ParentId, command.ValidFrom));
        events.Record(new UnitCreated(new EventSubject(nameof(OrgUnit), command.Id, name)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
