using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Matching;

/// <summary>The ward's units and people, as the names in a plan are matched to them.</summary>
internal sealed class WardDirectory
{
    private readonly Dictionary<string, Guid> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid?> found = new(StringComparer.Ordinal);
    private readonly List<string> spellings;
    private readonly Dictionary<string, Guid> byName = new(StringComparer.Ordinal);
    private readonly ILookup<string, PersonRow> byPost;

    private WardDirectory(IReadOnlyList<UnitRow> units, IReadOnlyList<UnitName> unitNames, IReadOnlyList<PersonRow> people)
    {
        (Units, People) = (units, people);
        var known = units.Select(unit => unit.Id).ToHashSet();
        foreach (var name in unitNames.Where(name => known.Contains(name.UnitId)))
        {
            byKey.TryAdd(VietnameseText.Fold(name.Name), name.UnitId);
            byName.TryAdd(name.Name, name.UnitId);
        }

        spellings = [.. byName.Keys];
        byPost = people.Where(person => person.Title is not null).ToLookup(person => VietnameseText.Fold(person.Title!));
    }

    /// <summary>The units that exist today, by name.</summary>
    public IReadOnlyList<UnitRow> Units { get; }

    public IReadOnlyList<PersonRow> People { get; }

    public static async Task<WardDirectory> LoadAsync(AppDb database, WardClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var units = await database.Set<UnitRow>().Where(unit => unit.ValidTo == null || unit.ValidTo >= today)
            .OrderBy(unit => unit.Name).ToListAsync(cancel);
        var names = await database.Set<UnitName>().ToListAsync(cancel);
        var learned = await database.Set<LearnedWord>().Where(word => word.Kind == LearnedKind.Unit && word.UnitId != null)
            .Select(word => new UnitName { UnitId = word.UnitId!.Value, Name = word.Written }).ToListAsync(cancel);
        var people = await database.Set<PersonRow>().Where(person => person.LeftOn == null)
            .OrderBy(person => person.FullName).ToListAsync(cancel);
        return new WardDirectory(units, [.. learned, .. names], people);
    }

    /// <summary>The unit that goes by the name; null when none or more than one could be meant.</summary>
    public Guid? FindUnit(string written)
    {
        if (byKey.TryGetValue(VietnameseText.Fold(written), out var exact))
        {
            return exact;
        }

        if (!found.TryGetValue(written, out var unit))
        {
            unit = MeansOne(written);
            found[written] = unit;
        }

        return unit;
    }

    public string? NameOf(Guid? unit) => unit is null ? null : Units.FirstOrDefault(row => row.Id == unit)?.Name;

    public PersonRow? PersonOf(Guid? person) => person is null ? null : People.FirstOrDefault(row => row.Id == person);

    /// <summary>The person meant by "Đồng chí Đinh Thị Thu Hà, Phó Chủ tịch UBND phường": by name, else by a post that one holds.</summary>
    public Guid? FindLeader(string written)
    {
        var key = $" {VietnameseText.Fold(written)} ";
        var named = People.Where(person => key.Contains($" {VietnameseText.Fold(person.FullName)} ", StringComparison.Ordinal)).ToList();
        if (named.Count > 0)
        {
            return named.Count == 1 ? named[0].Id : null;
        }

        var post = byPost.Where(holders => IsPost(key, holders.Key)).MaxBy(holders => holders.Key.Length);
        return post?.Count() == 1 ? post.Single().Id : null;
    }

    /// <summary>The post alone ("Chủ tịch UBND phường"), not a name with another post in front ("Phó Chủ tịch").</summary>
    private static bool IsPost(string written, string post) => written.StartsWith($" {post} ", StringComparison.Ordinal)
        || written.StartsWith($" đồng chí {post} ", StringComparison.Ordinal);

    /// <summary>Several names of one unit may fit: what counts is that they are of one.</summary>
    private Guid? MeansOne(string written)
    {
        var fitting = spellings.Where(name => OrganNames.AreSame(written, name)).Select(name => byName[name]).Distinct().ToList();
        if (fitting.Count > 0)
        {
            return fitting.Count == 1 ? fitting[0] : null;
        }

        return OrganNames.Match(written, spellings) is { } name ? byName[name] : null;
    }
}
