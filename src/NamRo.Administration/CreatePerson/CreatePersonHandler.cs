using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record CreatePerson(Guid Id, string FullName, string? Email, string? Phone, Guid? UnitId, string Title, bool IsHead);

/// <summary>Adds a person, with their first position if one is given. The same command twice adds one person.</summary>
internal sealed class CreatePersonHandler(AppDb database, AppointPersonHandler appoint, EventLog events, WardClock clock)
{
    public async Task<Outcome> HandleAsync(CreatePerson command, CancellationToken cancel)
    {
        if (await database.Set<Person>().AnyAsync(row => row.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        var person = Person.Create(command.Id, command.FullName, command.Email, command.Phone);
        database.Add(person);
        events.Record(new PersonCreated(PersonSubject.Of(person)));
        await database.SaveChangesAsync(cancel);
        return command.UnitId is { } unit
            ? await appoint.HandleAsync(new AppointPerson(person.Id, unit, command.Title, command.IsHead, clock.Today), cancel)
            : Outcome.Success;
    }
}
