using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Tenancy;

namespace NamRo.Ui.Search;

/// <summary>The global search: asks every module what it finds for this person in this ward.</summary>
public sealed class SearchPage(IEnumerable<ISearchSource> sources, CurrentUser user) : PageModel
{
    /// <summary>Longer questions are cut.</summary>
    public const int MaximumTextLength = 100;

    /// <summary>Shorter ones would match nearly everything.</summary>
    public const int MinimumTextLength = 2;

    private const int HitsPerSource = 6;

    public string Text { get; private set; } = "";

    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "q")] string? text, CancellationToken cancel)
    {
        text = text?.Trim() ?? "";
        Text = text.Length <= MaximumTextLength ? text : text[..MaximumTextLength];
        if (Text.Length < MinimumTextLength)
            return;
        var groups = new List<SearchGroup>();
        foreach (var source in sources.Where(MaySee).OrderBy(source => source.Order))
        {
            var hits = await source.SearchAsync(Text, HitsPerSource, cancel);
            if (hits.Count > 0)
                groups.Add(new SearchGroup(source.Title, hits));
        }
        Groups = groups;
    }

    private bool MaySee(ISearchSource source) => source.Permission is null ? user.IsSignedIn : user.May(source.Permission);
}

/// <summary>What one module found.</summary>
public sealed record SearchGroup(string Title, IReadOnlyList<SearchHit> Hits);
