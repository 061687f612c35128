using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record EditPerson(Guid Id, string FullName, string? Email, string? Phone);

internal sealed record LetPersonLeave(Guid Id);

/// <summary>Changes what is known of a person; when they leave, their positions and roles in the ward end with the day.</summary>
internal sealed class EditPersonHandler(AppDb database, AccessDirectory directory, EventLog events, WardClock clock)
{
    public async Task<Outcome> HandleAsync(EditPerson command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().SingleOrDefaultAsync(row => row.Id == command.Id && row.LeftOn == null, cancel);
        if (person is null)
        {
            return Outcome.Missing;
        }

        person.Change(command.FullName, command.Email, command.Phone);
        var account = await database.Set<Account>().SingleOrDefaultAsync(row => row.Id == person.AccountId, cancel);
        if (account is not null)
        {
            account.DisplayName = person.FullName;
        }

        events.Record(new PersonChanged(PersonSubject.Of(person)));
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(LetPersonLeave command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().Include(row => row.Appointments)
            .SingleOrDefaultAsync(row => row.Id == command.Id && row.LeftOn == null, cancel);
        if (person is null)
        {
            return Outcome.Missing;
        }

        var today = clock.Today;
        person.LeftOn = today;
        foreach (var post in person.Appointments.Where(post => post.ValidTo is null))
        {
            post.ValidTo = post.ValidFrom > today ? post.ValidFrom : today;
        }

        var roles = await database.Set<RoleAssignment>().Where(row => row.AccountId == person.AccountId && row.ValidTo == null)
            .ToListAsync(cancel);
        roles.ForEach(role => role.ValidTo = role.ValidFrom > today ? role.ValidFrom : today);
        events.Record(new PersonLeft(PersonSubject.Of(person), today));
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return Outcome.Success;
    }
}
