namespace NamRo.Reading.Layout;

/// <summary>
/// Where the text of each page begins and ends from left to right. A page of few lines takes the edges of its neighbours of the same size.
/// </summary>
internal static class PageBounds
{
    public static IReadOnlyList<TextBounds> Find(
        IReadOnlyList<PageContent> pages, IReadOnlyList<List<TextLine>> lines, IReadOnlyList<IReadOnlyList<TableFragment>> tables)
    {
        var known = lines.Select(TextBounds.OfPage).ToList();
        return [.. Enumerable.Range(0, pages.Count).Select(i => known[i] ?? Guess(i))];

        TextBounds Guess(int i)
        {
            var alike = Enumerable.Range(0, pages.Count)
                .Where(j => known[j] is not null && Math.Abs(pages[j].Width - pages[i].Width) < 1)
                .Select(j => known[j]!.Value)
                .ToList();
            var guess = alike.Count > 0
                ? new TextBounds(Median(alike, bounds => bounds.Left), Median(alike, bounds => bounds.Right))
                : Symmetrical(i);
            return lines[i].Count > 0 ? guess.Union(TextBounds.Around(lines[i])) : guess;
        }

        TextBounds Symmetrical(int i)
        {
            var boxes = lines[i].Select(line => line.Box).Concat(tables[i].Select(table => table.Box)).ToList();
            return boxes.Count == 0
                ? new TextBounds(0, pages[i].Width)
                : new TextBounds(boxes.Min(box => box.Left), boxes.Max(box => box.Right));
        }
    }

    private static double Median(List<TextBounds> all, Func<TextBounds, double> edge) => all.Select(edge).Order().ElementAt(all.Count / 2);
}
