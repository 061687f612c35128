using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Work.Access;
using NamRo.Work.Domain;

namespace NamRo.Work;

internal sealed record DelegateWork(Guid Id, Guid DeputyPersonId, DateOnly StartsOn, DateOnly EndsOn, string? Note);

internal sealed record EndDelegation(Guid Id);

/// <summary>While a person is away another one sees and carries out their tasks.</summary>
internal sealed class DelegateWorkHandler(AppDb database, EventLog events, CurrentPerson person, WardClock clock)
{
    public async Task<Outcome> HandleAsync(DelegateWork command, CancellationToken cancel)
    {
        if (await database.Set<Delegation>().AnyAsync(row => row.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        var me = await person.LoadAsync(cancel);
        if (me.PersonId is not { } own)
        {
            return WorkRefusals.NoPerson;
        }

        if (command.EndsOn < command.StartsOn)
        {
            return WorkRefusals.PeriodBackwards;
        }

        if (command.DeputyPersonId == own
            || !await database.Set<PersonRow>().AnyAsync(row => row.Id == command.DeputyPersonId && row.LeftOn == null, cancel))
        {
            return WorkRefusals.DeputyIsSelf;
        }

        database.Add(new Delegation
        {
            Id = command.Id,
            PersonId = own,
            DeputyPersonId = command.DeputyPersonId,
            StartsOn = command.StartsOn,
            EndsOn = command.EndsOn,
            Note = command.Note?.Trim(),
        });
        events.Record(new PersonDelegated(new EventSubject("Person", own, me.Name), command.DeputyPersonId, command.StartsOn,
            command.EndsOn));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(EndDelegation command, CancellationToken cancel)
    {
        var me = await person.LoadAsync(cancel);
        var delegation = await database.Set<Delegation>()
            .SingleOrDefaultAsync(row => row.Id == command.Id && row.PersonId == me.PersonId, cancel);
        if (delegation is null)
        {
            return Outcome.Missing;
        }

        delegation.EndsOn = clock.Today.AddDays(-1);
        events.Record(new DelegationEnded(new EventSubject("Person", delegation.PersonId, me.Name)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
