using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Work.Domain;

namespace NamRo.Work.Access;

/// <summary>The user as an official of the ward.</summary>
/// <param name="PersonId">Null: an account without a person.</param>
/// <param name="UnitIds">Where they work.</param>
/// <param name="PersonIds">Themselves, and those for whom they act today.</param>
/// <param name="SeesAll">Whether every task of the ward is theirs to see.</param>
internal sealed record Me(Guid? AccountId, Guid? PersonId, string Name, IReadOnlyList<Guid> UnitIds, IReadOnlyList<Guid> PersonIds,
    bool SeesAll)
{
    /// <summary>Those who are away and for whom the user acts today, with what they may.</summary>
    public IReadOnlyList<UserAccess> Absent { get; init; } = [];

    /// <summary>Also the units whose products they accept in place of an absent head.</summary>
    public IReadOnlyList<Guid> SeenUnitIds => Absent.Count == 0 ? UnitIds
        : [.. UnitIds, .. Absent.Where(one => one.Permissions.Contains(WorkPermission.Accept)).SelectMany(one => one.UnitIds)];
}

/// <summary>Finds out once per request who the user is in the ward.</summary>
internal sealed class CurrentPerson(AppDb database, CurrentUser user, IPersonAccess access, WardClock clock)
{
    private Me? me;

    public Author Author => new(user.Id, user.DisplayName, clock.Now);

    public async Task<Me> LoadAsync(CancellationToken cancel) => me ??= await ReadAsync(cancel);

    public bool May(string permission) => user.May(permission);

    private async Task<Me> ReadAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var found = await (from person in database.Set<PersonRow>()
                           where person.AccountId == user.Id && person.LeftOn == null
                           from given in database.Set<Delegation>().Where(given => given.DeputyPersonId == person.Id
                               && given.StartsOn <= today && given.EndsOn >= today).DefaultIfEmpty()
                           select new { person.Id, person.UnitId, Absent = (Guid?)given.PersonId }).ToListAsync(cancel);
        var self = found.FirstOrDefault();
        IEnumerable<Guid> units = self?.UnitId is { } unit ? [.. user.UnitIds, unit] : user.UnitIds;
        var absent = found.Select(row => row.Absent).OfType<Guid>().ToList();
        IEnumerable<Guid> people = self is null ? [] : [self.Id, .. absent];
        var away = new List<UserAccess>();
        foreach (var one in absent)
        {
            away.AddRange(await access.FindAsync(one, cancel) is { } given ? [given] : []);
        }

        return new Me(user.Id, self?.Id, user.DisplayName, [.. units.Distinct()], [.. people], user.May(WorkPermission.ReadAll))
        {
            Absent = away,
        };
    }
}
