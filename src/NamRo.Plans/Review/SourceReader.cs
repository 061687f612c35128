using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;
using NamRo.Reading;

namespace NamRo.Plans.Review;

/// <summary>A page and where on it a row stands (null: a page of the file without the row, shown for want of geometry).</summary>
internal sealed record SourcePicture(int Number, double Width, double Height, Box? Lit);

/// <summary>A piece of the plan's text with the row's words in its middle.</summary>
internal sealed record SourceText(string Before, string Lit, string After);

/// <summary>A row's place in its source: as pictures of pages, or as text where the file has no pages.</summary>
internal sealed record SourceView(PlanRow? Row, IReadOnlyList<SourcePicture> Pictures, SourceText? Text);

/// <summary>Finds what the left side of the review shows.</summary>
internal sealed class SourceReader(AppDb database)
{
    /// <summary>Characters of text shown round a row.</summary>
    private const int Surroundings = 3000;

    /// <summary>A row cut by page ends stands on two pages, seldom on more.</summary>
    private const int MostPictures = 4;

    public async Task<SourceView> ReadAsync(Guid plan, PlanRow? row, CancellationToken cancel)
    {
        if (row is null || row.SourcePage == 0)
        {
            return new SourceView(row, [], null);
        }

        var boxes = row.Places.GroupBy(place => place.Page)
            .ToDictionary(group => group.Key, group => group.Select(place => place.Box).Aggregate((one, other) => one.Union(other)));
        var numbers = boxes.Count > 0 ? boxes.Keys.Order().Take(MostPictures).ToList() : [row.SourcePage];
        var pages = await database.Set<PlanPage>().AsNoTracking().Where(page => page.PlanId == plan && numbers.Contains(page.Number))
            .OrderBy(page => page.Number).ToListAsync(cancel);
        if (pages.Count > 0)
        {
            return new SourceView(row, [.. pages.Select(page => new SourcePicture(page.Number, page.Width, page.Height,
                boxes.TryGetValue(page.Number, out var box) ? box : null))], null);
        }

        return new SourceView(row, [], await TextAsync(plan, row, cancel));
    }

    private async Task<SourceText?> TextAsync(Guid plan, PlanRow row, CancellationToken cancel)
    {
        var from = Math.Max(0, row.SourceFrom - Surroundings);
        var content = await database.Set<PlanText>().Where(text => text.PlanId == plan).Select(text => text.Content)
            .SingleOrDefaultAsync(cancel);
        if (content is null || row.SourceTo > content.Length)
        {
            return null;
        }

        var to = Math.Min(content.Length, row.SourceTo + Surroundings);
        return new SourceText(content[from..row.SourceFrom], content[row.SourceFrom..row.SourceTo], content[row.SourceTo..to]);
    }
}
