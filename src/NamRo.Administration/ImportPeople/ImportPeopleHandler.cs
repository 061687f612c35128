using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Language;

namespace NamRo.Administration;

internal sealed record ImportPeople(Guid FileId);

/// <summary>An account that an import opened; the password is shown once and kept nowhere.</summary>
internal sealed record OpenedAccount(string FullName, string UserName, string OneTimePassword);

/// <summary>What carrying out a file gave.</summary>
internal sealed record ImportedPeople(ImportPlan<PersonWish> Plan, IReadOnlyList<OpenedAccount> Accounts);

/// <summary>Shows what a file would do to the ward's people, and carries it out through the same handlers as the forms.</summary>
internal sealed class ImportPeopleHandler(ImportDesk desk, AppDb database, CurrentUser user, PersonReader reader, WardClock clock,
    CreatePersonHandler create, EditPersonHandler edit, AppointPersonHandler appoint, OpenAccountHandler open, GiveRoleHandler give)
{
    private static readonly SheetLimits Limits = new(MostRows: 1_000, ImportDesk.MostBytes);

    public async Task<Outcome<ImportPlan<PersonWish>>> PlanAsync(Guid file, CancellationToken cancel)
    {
        switch (await desk.ReadAsync(file, PersonSheet.Columns, Limits, cancel))
        {
            case Outcome<SheetContent>.Done read:
                return new PersonPlan(read.Value, await ContextAsync(cancel), clock).Make();
            case Outcome<SheetContent>.Refused refused:
                return refused.Refusal;
            default:
                return new Outcome<ImportPlan<PersonWish>>.NotFound();
        }
    }

    /// <summary>Errors in the plan: nothing was written.</summary>
    public async Task<Outcome<ImportedPeople>> HandleAsync(ImportPeople command, CancellationToken cancel)
    {
        switch (await PlanAsync(command.FileId, cancel))
        {
            case Outcome<ImportPlan<PersonWish>>.Done planned:
                var accounts = new List<OpenedAccount>();
                var errors = await desk.CarryOutAsync(command.FileId, planned.Value, (row, token) =>
                    CarryOutAsync(row.Value, accounts, token), cancel);
                return new ImportedPeople(planned.Value with { Errors = errors }, errors.Count == 0 ? accounts : []);
            case Outcome<ImportPlan<PersonWish>>.Refused refused:
                return refused.Refusal;
            default:
                return new Outcome<ImportedPeople>.NotFound();
        }
    }

    private async Task<PersonPlanContext> ContextAsync(CancellationToken cancel)
    {
        var people = await database.Set<Person>().AsNoTracking().Include(person => person.Appointments.Where(post => post.ValidTo == null))
            .Where(person => person.LeftOn == null).ToListAsync(cancel);
        var accountIds = people.Select(person => person.AccountId).OfType<Guid>().ToList();
        var userNames = await database.Set<Account>().Where(account => accountIds.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.UserName, cancel);
        var roles = (await database.Set<RoleAssignment>().AsNoTracking().Where(given => given.ValidTo == null).ToListAsync(cancel))
            .ToLookup(given => given.AccountId, given => given.RoleCode);
        var units = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in await (from name in database.Set<UnitName>().AsNoTracking()
                                    join unit in database.Set<OrgUnit>() on name.UnitId equals unit.Id
                                    where unit.ValidTo == null
                                    orderby name.Name == unit.Name descending
                                    select name).ToListAsync(cancel))
        {
            units.TryAdd(VietnameseText.Fold(name.Name), name.UnitId);
        }

        var choices = await reader.RoleChoicesAsync(cancel);
        var taken = await database.Set<Account>().Select(account => account.NormalizedUserName!).ToHashSetAsync(cancel);
        return new PersonPlanContext(
            [.. people.Select(person => new KnownPerson(person.Id, person.FullName, person.Email, person.Phone,
                person.AccountId is { } account ? userNames.GetValueOrDefault(account) : null, person.Appointments,
                person.AccountId is { } holder ? roles[holder].ToHashSet(StringComparer.Ordinal) : new HashSet<string>()))],
            units,
            choices.ToDictionary(choice => VietnameseText.WithoutAccents(choice.Text), choice => choice.Value, StringComparer.Ordinal),
            taken, user.May(AdministrationPermission.AssignRoles));
    }

    private async Task<Refusal?> CarryOutAsync(PersonWish wish, List<OpenedAccount> accounts, CancellationToken cancel)
    {
        var outcome = wish.Existing is null
            ? await create.HandleAsync(new CreatePerson(wish.Id, wish.FullName, wish.Email, wish.Phone, null, "", false), cancel)
            : await edit.HandleAsync(new EditPerson(wish.Id, wish.FullName, wish.Email, wish.Phone), cancel);
        if (outcome is Outcome.Done && wish.Post is { } post)
        {
            outcome = await AppointAsync(wish.Id, post, cancel);
        }

        if (outcome is Outcome.Done && wish.UserName is { } userName)
        {
            switch (await open.HandleAsync(new OpenAccount(wish.Id, userName), cancel))
            {
                case Outcome<string>.Done opened:
                    accounts.Add(new OpenedAccount(wish.FullName, userName, opened.Value));
                    break;
                case Outcome<string>.Refused refused:
                    return refused.Refusal;
                default:
                    outcome = Outcome.Missing;
                    break;
            }
        }

        foreach (var role in wish.Roles.TakeWhile(_ => outcome is Outcome.Done))
        {
            outcome = await give.HandleAsync(new GiveRole(wish.Id, role, null), cancel);
        }

        return outcome switch
        {
            Outcome.Done => null,
            Outcome.Refused refused => refused.Refusal,
            _ => new Refusal("không còn cán bộ này. Hãy tải tệp lên lại."),
        };
    }

    private async Task<Outcome> AppointAsync(Guid person, PostWish post, CancellationToken cancel)
    {
        if (post.EndsId is { } former)
        {
            var ended = await appoint.HandleAsync(new EndAppointment(person, former), cancel);
            if (ended is not Outcome.Done)
            {
                return ended;
            }
        }

        return await appoint.HandleAsync(new AppointPerson(person, post.UnitId, post.Title, post.IsHead, clock.Today), cancel);
    }
}
