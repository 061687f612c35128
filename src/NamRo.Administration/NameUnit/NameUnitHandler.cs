using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Language;

namespace NamRo.Administration;

internal sealed record NameUnit(Guid UnitId, string Name);

internal sealed record ForgetUnitName(Guid UnitId, string Name);

/// <summary>Adds and removes the other names under which documents speak of a unit.</summary>
internal sealed class NameUnitHandler(AppDb database, EventLog events)
{
    private const int MostNames = 50;

    public async Task<Outcome> HandleAsync(NameUnit command, CancellationToken cancel)
    {
        var unit = await FindAsync(command.UnitId, cancel);
        if (unit is null)
        {
            return Outcome.Missing;
        }

        if (unit.Aliases.Count >= MostNames)
        {
            return Refusal.With($"Một đơn vị có tối đa {MostNames} tên gọi khác.", "Input.Name");
        }

        if (unit.Aliases.Exists(alias => VietnameseText.AreSame(alias.Name, command.Name))
            || VietnameseText.AreSame(unit.Name, command.Name))
        {
            return new Refusal("Đơn vị đã có tên gọi này.", "Input.Name");
        }

        unit.Aliases.Add(new OrgUnitAlias { WardId = unit.WardId, UnitId = unit.Id, Name = VietnameseText.Normalize(command.Name) });
        return await SaveAsync(unit, cancel);
    }

    public async Task<Outcome> HandleAsync(ForgetUnitName command, CancellationToken cancel)
    {
        var unit = await FindAsync(command.UnitId, cancel);
        if (unit is null || unit.Aliases.RemoveAll(alias => alias.Name == command.Name) == 0)
        {
            return Outcome.Missing;
        }

        return await SaveAsync(unit, cancel);
    }

    private Task<OrgUnit?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Set<OrgUnit>().Include(unit => unit.Aliases).SingleOrDefaultAsync(unit => unit.Id == id, cancel);

    private async Task<Outcome> SaveAsync(OrgUnit unit, CancellationToken cancel)
    {
        events.Record(new UnitChanged(new EventSubject(nameof(OrgUnit), unit.Id, unit.Name)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
