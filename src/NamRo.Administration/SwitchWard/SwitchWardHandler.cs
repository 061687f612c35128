using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record SwitchWard(Guid Target);

/// <summary>Moves the session to another ward of the person's, or of their city if they may enter all. The ward entered logs it.</summary>
internal sealed class SwitchWardHandler(AppDb database, AccessDirectory directory, CurrentUser user, EventLog events, WardClock clock)
{
    public async Task<Outcome> HandleAsync(SwitchWard command, CancellationToken cancel)
    {
        var session = await database.Set<SignInSession>()
            .SingleOrDefaultAsync(row => row.Id == user.SessionId && row.EndedAt == null, cancel);
        var account = await database.Set<Account>().SingleOrDefaultAsync(row => row.Id == user.Id, cancel);
        if (session is null || account is null)
        {
            return Outcome.Missing;
        }

        var access = await new AccessReader(database).ReadAsync(account, session.Id, command.Target, clock.Today, cancel);
        if (access.Ward?.Id != command.Target)
        {
            return Outcome.Missing;
        }

        session.ChosenWardId = command.Target;
        await database.EnterWardAsync(access.Ward.Id, access.Ward.Name, cancel);
        events.Record(new WardEntered(account.AsSubject()));
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return Outcome.Success;
    }
}
