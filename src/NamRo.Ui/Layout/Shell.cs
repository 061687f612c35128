using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Tenancy;
using NamRo.Ui.Preferences;

namespace NamRo.Ui.Layout;

/// <summary>What surrounds every page: the menu of the current person, names, counts and choices.</summary>
public sealed class Shell(
    ModuleCatalogue catalogue, CurrentUser user, CurrentWard ward, IEnumerable<IMenuCounter> counters, IOptions<ShellOptions> options)
{
    public ShellOptions Options => options.Value;

    public CurrentUser User => user;

    public CurrentWard Ward => ward;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static Theme ThemeOf(HttpContext context) => ThemeCookie.Read(context);

    /// <summary>The lines the person may open, by heading in order of first appearance.</summary>
    public IReadOnlyList<MenuGroup> Menu(PathString path)
    {
        var lines = catalogue.Modules.SelectMany(module => module.Menu).Where(Allowed).OrderBy(line => line.Order).ToList();
        var current = lines.Where(line => IsUnder(path, line.Href)).MaxBy(line => line.Href.Length);
        return lines.GroupBy(line => line.Group).OrderBy(group => group.Key is not null)
            .Select(group => new MenuGroup(group.Key,
                [.. group.Select(line => new MenuLine(line, ReferenceEquals(line, current)))])).ToList();
    }

    /// <summary>Counts by address; an address without anything waiting is absent.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var counter in counters)
        {
            if (await counter.CountAsync(cancel) is > 0 and var count)
                counts[counter.Href] = counts.GetValueOrDefault(counter.Href) + count;
        }
        return counts;
    }

    private bool Allowed(MenuEntry line) => line.Permission is null ? user.IsSignedIn : user.May(line.Permission);

    private static bool IsUnder(PathString path, string href) =>
        href == "/" ? path == "/" : path.StartsWithSegments(href, StringComparison.Ordinal);
}

/// <summary>Lines under one heading; the first group has none.</summary>
public sealed record MenuGroup(string? Title, IReadOnlyList<MenuLine> Lines);

/// <summary>A line as seen from the current page.</summary>
public sealed record MenuLine(MenuEntry Entry, bool IsCurrent)
{
    public string Title => Shell.IsEnglish ? Entry.EnglishTitle ?? Entry.Title : Entry.Title;
}
