using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;

namespace NamRo.Administration;

internal sealed record RearrangeUnit(Guid Id, IReadOnlyList<Guid> SuccessorIds, DateOnly OnDate, string Reason);

/// <summary>
/// Ends a unit the day before its successors take over. Units below go to the only successor; its former name becomes an alias of a single
/// successor, so that older documents still find their unit. People are appointed anew, with their own decisions.
/// </summary>
internal sealed class RearrangeUnitHandler(AppDb database, EventLog events)
{
    public async Task<Outcome> HandleAsync(RearrangeUnit command, CancellationToken cancel)
    {
        var units = database.Set<OrgUnit>();
        var unit = await units.SingleOrDefaultAsync(row => row.Id == command.Id, cancel);
        if (unit is null)
        {
            return Outcome.Missing;
        }

        var successors = await units.Include(row => row.Aliases).Where(row => command.SuccessorIds.Contains(row.Id) && row.Id != unit.Id)
            .ToListAsync(cancel);
        if (successors.Count != command.SuccessorIds.Count || successors.Exists(row => row.ValidTo is not null))
        {
            return AdministrationRefusals.SuccessorNotFound;
        }

        var below = await units.Where(row => row.ParentId == unit.Id && row.ValidTo == null).ToListAsync(cancel);
        if (below.Count > 0 && successors.Count > 1)
        {
            return AdministrationRefusals.UnitHasUnitsBelow;
        }

        if (unit.EndOn(command.OnDate.AddDays(-1)) is { } refusal)
        {
            return refusal;
        }

        if (successors is [var only])
        {
            Inherit(unit, only, below);
        }

        database.AddRange(successors.Select(row =>
            new UnitSuccession { FormerId = unit.Id, SuccessorId = row.Id, OnDate = command.OnDate }));
        events.Record(new UnitSucceeded(new EventSubject(nameof(OrgUnit), unit.Id, unit.Name), command.SuccessorIds, command.OnDate)
        {
            Reason = command.Reason,
        });
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private static void Inherit(OrgUnit former, OrgUnit successor, List<OrgUnit> below)
    {
        foreach (var unit in below.Where(unit => unit.Id != successor.Id))
        {
            unit.Change(unit.Name, unit.ShortName, unit.Kind, successor.Id);
        }

        if (successor.ParentId == former.Id)
        {
            successor.Change(successor.Name, successor.ShortName, successor.Kind, former.ParentId);
        }

        if (!successor.Aliases.Exists(alias => alias.Name == former.Name) && successor.NameKey != former.NameKey)
        {
            successor.Aliases.Add(new OrgUnitAlias { WardId = successor.WardId, UnitId = successor.Id, Name = former.Name });
        }
    }
}
