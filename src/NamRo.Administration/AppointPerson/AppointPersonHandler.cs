using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record AppointPerson(Guid PersonId, Guid UnitId, string Title, bool IsHead, DateOnly From);

internal sealed record EndAppointment(Guid PersonId, Guid AppointmentId);

/// <summary>Puts a person into a unit, and takes them out again. A unit has one head at a time: a new one relieves the old.</summary>
internal sealed class AppointPersonHandler(AppDb database, EventLog events, WardClock clock)
{
    public async Task<Outcome> HandleAsync(AppointPerson command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().SingleOrDefaultAsync(row => row.Id == command.PersonId && row.LeftOn == null, cancel);
        if (person is null)
        {
            return Outcome.Missing;
        }

        if (!await database.Set<OrgUnit>().AnyAsync(unit => unit.Id == command.UnitId && unit.ValidTo == null, cancel))
        {
            return new Refusal("Không tìm thấy đơn vị đang hoạt động này trong phường.", "Input.UnitId");
        }

        if (command.IsHead)
        {
            await RelieveHeadAsync(command.UnitId, command.From, cancel);
        }

        database.Add(new Appointment
        {
            Id = Guid.CreateVersion7(clock.Now),
            PersonId = person.Id,
            UnitId = command.UnitId,
            Title = command.Title.Trim(),
            IsHead = command.IsHead,
            ValidFrom = command.From,
        });
        events.Record(new PersonAppointed(PersonSubject.Of(person), command.UnitId, command.Title.Trim(), command.IsHead));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(EndAppointment command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().Include(row => row.Appointments)
            .SingleOrDefaultAsync(row => row.Id == command.PersonId, cancel);
        var post = person?.Appointments.Find(row => row.Id == command.AppointmentId && row.ValidTo is null);
        if (person is null || post is null)
        {
            return Outcome.Missing;
        }

        End(person, post, clock.Today);
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private async Task RelieveHeadAsync(Guid unitId, DateOnly from, CancellationToken cancel)
    {
        var heads = await database.Set<Appointment>().Where(row => row.UnitId == unitId && row.IsHead && row.ValidTo == null)
            .ToListAsync(cancel);
        foreach (var post in heads)
        {
            var holder = await database.Set<Person>().SingleAsync(row => row.Id == post.PersonId, cancel);
            End(holder, post, from.AddDays(-1));
        }
    }

    private void End(Person person, Appointment post, DateOnly lastDay)
    {
        post.ValidTo = lastDay < post.ValidFrom ? post.ValidFrom : lastDay;
        events.Record(new AppointmentEnded(PersonSubject.Of(person), post.UnitId, post.ValidTo.Value));
    }
}
