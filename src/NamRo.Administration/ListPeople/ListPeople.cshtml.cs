using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Language;
using NamRo.Ui.Lists;

namespace NamRo.Administration;

/// <summary>The people of the ward, by name.</summary>
[RequirePermission(AdministrationPermission.ReadPeople)]
internal sealed class ListPeoplePage(AppDb database, UnitChoices choices, CurrentUser user) : PageModel
{
    public ListQuery Query { get; private set; } = null!;

    public KeysetPage<Row> Rows { get; private set; } = new([], null, null);

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public bool MayWrite => user.May(AdministrationPermission.WritePeople);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        Units = await choices.CurrentAsync(null, cancel);
        var people = Filter(database.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null));
        var fetched = await (from person in people
                             join row in database.Set<PersonRow>() on person.Id equals row.Id
                             join unit in database.Set<OrgUnit>() on row.UnitId equals unit.Id into units
                             from unit in units.DefaultIfEmpty()
                             select new Row(person.Id, person.FullName, person.NameKey, row.Title, unit.Name, person.AccountId != null))
            .ToListAsync(cancel);
        fetched.Sort((left, right) => (Query.IsBackward ? -1 : 1) * Compare(left, right));
        Rows = KeysetPage.Cut(fetched, Query, KeysetPage.DefaultSize, row => new Cursor(row.NameKey, row.Id).Encode());
    }

    private static int Compare(Row left, Row right) =>
        string.CompareOrdinal(left.NameKey, right.NameKey) is var byName && byName != 0 ? byName : left.Id.CompareTo(right.Id);

    private IQueryable<Person> Filter(IQueryable<Person> people)
    {
        if (Query["ten"] is { } name)
        {
            var key = VietnameseText.WithoutAccents(name);
            people = people.Where(person => person.NameKey.Contains(key));
        }

        if (Guid.TryParse(Query["don-vi"], out var unit))
        {
            people = people.Where(person => person.Appointments.Any(post => post.UnitId == unit && post.ValidTo == null));
        }

        if (Cursor.TryDecode(Query.After ?? Query.Before, out var cursor))
        {
            var (key, id) = (cursor.Value ?? "", cursor.Id);
            people = Query.IsBackward
                ? people.Where(person => person.NameKey.CompareTo(key) < 0 || (person.NameKey == key && person.Id < id))
                : people.Where(person => person.NameKey.CompareTo(key) > 0 || (person.NameKey == key && person.Id > id));
        }

        people = Query.IsBackward
            ? people.OrderByDescending(person => person.NameKey).ThenByDescending(person => person.Id)
            : people.OrderBy(person => person.NameKey).ThenBy(person => person.Id);
        return people.Take(KeysetPage.DefaultSize + 1);
    }

    public sealed record Row(Guid Id, string FullName, string NameKey, string? Title, string? UnitName, bool HasAccount);
}
