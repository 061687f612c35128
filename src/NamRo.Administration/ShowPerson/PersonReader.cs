using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>What the page of a person shows.</summary>
internal sealed class PersonReader(AppDb database, RoleCatalogue catalogue)
{
    public Task<Person?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);

    public async Task<Login?> LoginAsync(Person person, CancellationToken cancel) => person.AccountId is { } account
        ? await database.Set<Account>().Where(row => row.Id == account).Select(row => new Login(row.UserName!, row.DisabledAt))
            .SingleOrDefaultAsync(cancel)
        : null;

    public async Task<IReadOnlyList<Post>> PostsAsync(Guid person, CancellationToken cancel) =>
        await (from post in database.Set<Appointment>().AsNoTracking()
               join unit in database.Set<OrgUnit>() on post.UnitId equals unit.Id
               where post.PersonId == person
               orderby post.ValidTo == null descending, post.ValidFrom descending
               select new Post(post.Id, unit.Id, unit.Name, post.Title, post.ValidFrom, post.ValidTo)).ToListAsync(cancel);

    public async Task<IReadOnlyList<Role>> RolesAsync(Person person, CancellationToken cancel)
    {
        var titles = (await catalogue.ListAsync(cancel)).ToDictionary(role => role.Code, role => role.Title);
        var given = await (from row in database.Set<RoleAssignment>().AsNoTracking()
                           join unit in database.Set<OrgUnit>() on row.UnitId equals unit.Id into units
                           from unit in units.DefaultIfEmpty()
                           where row.AccountId == person.AccountId && row.ValidTo == null
                           select new { row.Id, row.RoleCode, Unit = (string?)unit.Name, row.ValidFrom }).ToListAsync(cancel);
        return [.. given.Select(row => new Role(row.Id, titles.GetValueOrDefault(row.RoleCode, row.RoleCode), row.Unit, row.ValidFrom))
            .OrderBy(row => row.Title, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<SelectListItem>> RoleChoicesAsync(CancellationToken cancel) =>
        [.. (await catalogue.ListAsync(cancel)).OrderBy(role => role.Title, StringComparer.CurrentCulture)
            .Select(role => new SelectListItem(role.Title, role.Code))];

    public sealed record Login(string UserName, DateTimeOffset? ClosedAt)
    {
        public DateOnly? ClosedOn => ClosedAt is { } at ? WardClock.DateOf(at) : null;
    }

    public sealed record Post(Guid Id, Guid UnitId, string UnitName, string Title, DateOnly From, DateOnly? To);

    public sealed record Role(Guid Id, string Title, string? UnitName, DateOnly From);
}
