using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Language;

namespace NamRo.Administration;

internal sealed record ImportUnits(Guid FileId);

/// <summary>Shows what a file would do to the ward's units, and carries it out through the same handlers as the forms.</summary>
internal sealed class ImportUnitsHandler(ImportDesk desk, AppDb database, WardClock clock, CreateUnitHandler create, EditUnitHandler edit,
    NameUnitHandler names, CreatePersonHandler createPerson, AppointPersonHandler appoint)
{
    private static readonly SheetLimits Limits = new(MostRows: 1_000, ImportDesk.MostBytes);

    public async Task<Outcome<ImportPlan<UnitWish>>> PlanAsync(Guid file, CancellationToken cancel)
    {
        switch (await desk.ReadAsync(file, UnitSheet.Columns, Limits, cancel))
        {
            case Outcome<SheetContent>.Done read:
                var units = await database.Set<OrgUnit>().AsNoTracking().Include(unit => unit.Aliases).Where(unit => unit.ValidTo == null)
                    .ToListAsync(cancel);
                return new UnitPlan(read.Value, units, await HeadsAsync(cancel), clock).Make();
            case Outcome<SheetContent>.Refused refused:
                return refused.Refusal;
            default:
                return new Outcome<ImportPlan<UnitWish>>.NotFound();
        }
    }

    /// <summary>Errors: nothing was written.</summary>
    public async Task<Outcome<ImportPlan<UnitWish>>> HandleAsync(ImportUnits command, CancellationToken cancel)
    {
        var outcome = await PlanAsync(command.FileId, cancel);
        return outcome is Outcome<ImportPlan<UnitWish>>.Done planned
            ? planned.Value with { Errors = await desk.CarryOutAsync(command.FileId, planned.Value, CarryOutAsync, cancel) } : outcome;
    }

    private async Task<UnitHeads> HeadsAsync(CancellationToken cancel)
    {
        var people = await database.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null)
            .Select(person => new { person.Id, person.FullName }).ToListAsync(cancel);
        var nameOf = people.ToDictionary(person => person.Id, person => person.FullName);
        var posts = await database.Set<Appointment>().AsNoTracking().Where(post => post.IsHead && post.ValidTo == null).ToListAsync(cancel);
        return new UnitHeads(people.ToLookup(person => VietnameseText.Fold(person.FullName), person => person.Id),
            posts.Where(post => nameOf.ContainsKey(post.PersonId)).DistinctBy(post => post.UnitId)
                .ToDictionary(post => post.UnitId, post => (nameOf[post.PersonId], post.Title)));
    }

    private async Task<Refusal?> CarryOutAsync(PlannedRow<UnitWish> row, CancellationToken cancel)
    {
        var wish = row.Value;
        var outcome = wish.Existing is { } unit
            ? await edit.HandleAsync(new EditUnit(unit.Id, wish.Name, wish.ShortName, wish.Kind, wish.ParentId, unit.Version), cancel)
            : await create.HandleAsync(
                new CreateUnit(wish.Id, wish.Name, wish.ShortName, wish.Kind, wish.ParentId, wish.ValidFrom), cancel);
        foreach (var name in wish.AddedNames.TakeWhile(_ => outcome is Outcome.Done))
        {
            outcome = await names.HandleAsync(new NameUnit(wish.Id, name), cancel);
        }

        foreach (var name in wish.DroppedNames.TakeWhile(_ => outcome is Outcome.Done))
        {
            outcome = await names.HandleAsync(new ForgetUnitName(wish.Id, name), cancel);
        }

        if (outcome is Outcome.Done && wish.HeadName is { } head)
        {
            outcome = await AppointHeadAsync(wish, head, cancel);
        }

        return outcome switch
        {
            Outcome.Done => null,
            Outcome.Refused refused => refused.Refusal,
            _ => new Refusal("không còn đơn vị này. Hãy tải tệp lên lại."),
        };
    }

    /// <summary>A head whom the ward does not know yet becomes one of its people.</summary>
    private async Task<Outcome> AppointHeadAsync(UnitWish wish, string name, CancellationToken cancel)
    {
        var key = VietnameseText.Fold(name);
        var people = await database.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null)
            .Select(person => new { person.Id, person.FullName }).ToListAsync(cancel);
        var known = people.FirstOrDefault(person => VietnameseText.Fold(person.FullName) == key);
        return known is null
            ? await createPerson.HandleAsync(
                new CreatePerson(Guid.CreateVersion7(clock.Now), name, null, null, wish.Id, wish.HeadTitle, true), cancel)
            : await appoint.HandleAsync(new AppointPerson(known.Id, wish.Id, wish.HeadTitle, true, clock.Today), cancel);
    }
}
