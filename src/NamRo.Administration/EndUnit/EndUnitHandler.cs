using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record EndUnit(Guid Id, DateOnly LastDay, string Reason);

/// <summary>Ends a unit without a successor. Units below it must be moved or ended first.</summary>
internal sealed class EndUnitHandler(AppDb database, EventLog events)
{
    public async Task<Outcome> HandleAsync(EndUnit command, CancellationToken cancel)
    {
        var units = database.Set<OrgUnit>();
        var unit = await units.SingleOrDefaultAsync(row => row.Id == command.Id, cancel);
        if (unit is null)
        {
            return Outcome.Missing;
        }

        if (await units.AnyAsync(row => row.ParentId == unit.Id && row.ValidTo == null, cancel))
        {
            return AdministrationRefusals.UnitHasUnitsBelow;
        }

        if (unit.EndOn(command.LastDay) is { } refusal)
        {
            return refusal;
        }

        events.Record(new UnitEnded(new EventSubject(nameof(OrgUnit), unit.Id, unit.Name), command.LastDay) { Reason = command.Reason });
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
