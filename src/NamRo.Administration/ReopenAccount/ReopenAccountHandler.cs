using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record ReopenAccount(Guid PersonId);

/// <summary>Opens an account again that was closed for lying idle, as it was: password, second factor, roles.</summary>
internal sealed class ReopenAccountHandler(AppDb database, EventLog events, NoticeBoard notices, WardClock clock)
{
    public async Task<Outcome> HandleAsync(ReopenAccount command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().SingleOrDefaultAsync(row => row.Id == command.PersonId && row.LeftOn == null, cancel);
        var account = await database.Set<Account>().SingleOrDefaultAsync(row => person != null && row.Id == person.AccountId, cancel);
        if (person is null || account is null)
        {
            return Outcome.Missing;
        }

        if (account.DisabledAt is null)
        {
            return new Refusal("Tài khoản này đang mở.");
        }

        (account.DisabledAt, account.OpenedAt) = (null, clock.Now);
        events.Record(new AccountReopened(PersonSubject.Of(person)));
        notices.Post(new Notice(person.Id, AdministrationModule.NoticeOfAccount, "Tài khoản của anh, chị đã được mở lại", "/tai-khoan"));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
