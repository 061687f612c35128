using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Language;

namespace NamRo.Administration;

/// <summary>Finds units by any of their names. A ward has few: they are compared in memory, accents folded.</summary>
internal sealed class UnitSearch(AppDb database) : ISearchSource
{
    public string Title => "Đơn vị";

    public int Order => 80;

    public string? Permission => AdministrationPermission.ReadUnits;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, CancellationToken cancel)
    {
        var sought = VietnameseText.WithoutAccents(text);
        var units = await database.Set<OrgUnit>().AsNoTracking().Include(unit => unit.Aliases).Where(unit => unit.ValidTo == null)
            .OrderBy(unit => unit.Name).ToListAsync(cancel);
        return [.. units.Where(unit => unit.Aliases.Select(alias => alias.Name).Append(unit.Name).Append(unit.ShortName)
                .Any(name => VietnameseText.WithoutAccents(name).Contains(sought, StringComparison.Ordinal)))
            .Take(limit).Select(unit => new SearchHit(unit.Name, $"/quan-tri/don-vi/{unit.Id}", unit.Kind.Title(), "building"))];
    }
}

/// <summary>Finds people by name, accents optional.</summary>
internal sealed class PersonSearch(AppDb database) : ISearchSource
{
    public string Title => "Cán bộ";

    public int Order => 81;

    public string? Permission => AdministrationPermission.ReadPeople;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, CancellationToken cancel)
    {
        var words = VietnameseText.WithoutAccents(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var people = database.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null);
        foreach (var word in words)
        {
            people = people.Where(person => person.NameKey.Contains(word));
        }

        return [.. (await people.OrderBy(person => person.NameKey).Take(limit).ToListAsync(cancel))
            .Select(person => new SearchHit(person.FullName, $"/quan-tri/can-bo/{person.Id}", "Cán bộ", "user"))];
    }
}
