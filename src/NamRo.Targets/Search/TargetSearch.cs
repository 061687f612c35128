using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Standings;

namespace NamRo.Targets;

/// <summary>Finds targets by their words, accents optional.</summary>
internal sealed class TargetSearch(AppDb database) : ISearchSource
{
    public string Title => "Chỉ tiêu";

    public int Order => 30;

    public string? Permission => TargetsPermission.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int limit, CancellationToken cancel)
    {
        var rows = database.Set<TargetRow>().AsNoTracking().Where(row => row.EndedOn == null);
        foreach (var word in VietnameseText.WithoutAccents(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(row => row.TextKey.Contains(word));
        }

        return [.. (await rows.OrderByDescending(row => row.PlanId).ThenBy(row => row.Ordinal).Take(limit).ToListAsync(cancel))
            .Select(row => new SearchHit(row.Text, $"/chi-tieu/{row.Id}", $"{row.Promise()} · {row.Standing.Words()}", "target"))];
    }
}
