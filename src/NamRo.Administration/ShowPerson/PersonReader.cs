using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;

namespace NamRo.Administration;

/// <summary>What the page of a person shows.</summary>
internal sealed class PersonReader(AppDb database, CurrentWard ward)
{
    public Task<Person?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);

    public async Task<string?> UserNameAsync(Person person, CancellationToken cancel) => person.AccountId is { } account
        ? await database.Set<Account>().Where(row => row.Id == account).Select(row => row.UserName).SingleOrDefaultAsync(cancel)
        : null;

    public async Task<IReadOnlyList<Post>> PostsAsync(Guid person, CancellationToken cancel) =>
        await (from post in database.Set<Appointment>().AsNoTracking()
               join unit in database.Set<OrgUnit>() on post.UnitId equals unit.Id
               where post.PersonId == person
               orderby post.ValidTo == null descending, post.ValidFrom descending
               select new Post(post.Id, unit.Id, unit.Name, post.Title, post.ValidFrom, post.ValidTo)).ToListAsync(cancel);

    public async Task<IReadOnlyList<Role>> RolesAsync(Person person, CancellationToken cancel) =>
        await (from given in database.Set<RoleAssignment>().AsNoTracking()
               join role in database.Set<RoleRecord>() on given.RoleCode equals role.Code
               join unit in database.Set<OrgUnit>() on given.UnitId equals unit.Id into units
               from unit in units.DefaultIfEmpty()
               where given.AccountId == person.AccountId && given.ValidTo == null
               orderby role.Title
               select new Role(given.Id, role.Title, unit.Name, given.ValidFrom)).ToListAsync(cancel);

    public async Task<IReadOnlyList<SelectListItem>> RoleChoicesAsync(CancellationToken cancel)
    {
        var roles = await database.Set<RoleRecord>().AsNoTracking().ToListAsync(cancel);
        return [.. roles
            .Where(role => (role.Code is BuiltInRole.CityAdmin or BuiltInRole.CityViewer) == ward.IsCity)
            .OrderBy(role => role.Title, StringComparer.CurrentCulture).Select(role => new SelectListItem(role.Title, role.Code))];
    }

    public sealed record Post(Guid Id, Guid UnitId, string UnitName, string Title, DateOnly From, DateOnly? To);

    public sealed record Role(Guid Id, string Title, string? UnitName, DateOnly From);
}
