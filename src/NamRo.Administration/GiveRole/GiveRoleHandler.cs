using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Access;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record GiveRole(Guid PersonId, string RoleCode, Guid? UnitId);

internal sealed record RevokeRole(Guid PersonId, Guid AssignmentId);

/// <summary>Gives a role in the ward to a person with an account, and takes it back.</summary>
internal sealed class GiveRoleHandler(AppDb database, AccessDirectory directory, EventLog events, NoticeBoard notices,
    RoleCatalogue catalogue, WardClock clock)
{
    public async Task<Outcome> HandleAsync(GiveRole command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().SingleOrDefaultAsync(row => row.Id == command.PersonId && row.LeftOn == null, cancel);
        if (person is null)
        {
            return Outcome.Missing;
        }

        if (person.AccountId is not { } account)
        {
            return new Refusal("Hãy mở tài khoản cho cán bộ trước khi giao vai trò.", "Role.RoleCode");
        }

        if (await RefuseAsync(command, account, cancel) is { } refusal)
        {
            return refusal;
        }

        database.Add(new RoleAssignment
        {
            Id = Guid.CreateVersion7(clock.Now),
            AccountId = account,
            RoleCode = command.RoleCode,
            UnitId = command.UnitId,
            ValidFrom = clock.Today,
        });
        events.Record(new RoleGiven(PersonSubject.Of(person), command.RoleCode, command.UnitId));
        await TellAsync(person, "Được giao vai trò: ", command.RoleCode, cancel);
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(RevokeRole command, CancellationToken cancel)
    {
        var person = await database.Set<Person>().SingleOrDefaultAsync(row => row.Id == command.PersonId, cancel);
        var assignment = await database.Set<RoleAssignment>()
            .SingleOrDefaultAsync(row => row.Id == command.AssignmentId && row.ValidTo == null, cancel);
        if (person is null || assignment is null || assignment.AccountId != person.AccountId)
        {
            return Outcome.Missing;
        }

        // A role given and taken on one day leaves nothing to keep but its events.
        var yesterday = clock.Today.AddDays(-1);
        if (assignment.ValidFrom > yesterday)
        {
            database.Remove(assignment);
        }
        else
        {
            assignment.ValidTo = yesterday;
        }

        events.Record(new RoleRevoked(PersonSubject.Of(person), assignment.RoleCode));
        await TellAsync(person, "Thôi giữ vai trò: ", assignment.RoleCode, cancel);
        await database.SaveChangesAsync(cancel);
        directory.Forget();
        return Outcome.Success;
    }

    private async Task TellAsync(Person person, string what, string role, CancellationToken cancel)
    {
        var title = (await catalogue.FindAsync(role, cancel))?.Title ?? role;
        notices.Post(new Notice(person.Id, AdministrationModule.NoticeOfRole, what + title, "/tai-khoan"));
    }

    private async Task<Refusal?> RefuseAsync(GiveRole command, Guid account, CancellationToken cancel)
    {
        if (await catalogue.FindAsync(command.RoleCode, cancel) is null)
        {
            return new Refusal("Vai trò này không giao được tại đây.", "Role.RoleCode");
        }

        if (command.UnitId is { } unit && !await database.Set<OrgUnit>().AnyAsync(row => row.Id == unit && row.ValidTo == null, cancel))
        {
            return new Refusal("Không tìm thấy đơn vị đang hoạt động này trong phường.", "Role.UnitId");
        }

        var isHeld = await database.Set<RoleAssignment>().AnyAsync(row => row.AccountId == account && row.RoleCode == command.RoleCode
            && row.UnitId == command.UnitId && row.ValidTo == null, cancel);
        return isHeld ? new Refusal("Cán bộ đang giữ vai trò này.", "Role.RoleCode") : null;
    }
}
