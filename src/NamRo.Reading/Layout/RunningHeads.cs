using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>Finds page numbers and the headers and footers that repeat from page to page: they are no part of the text.</summary>
internal static class RunningHeads
{
    private const double MarginShare = 0.12;
    private const double SamePlace = 4;
    private const int FewestRepeats = 3;

    /// <summary>The lines of all pages without the running ones.</summary>
    public static IReadOnlyList<List<TextLine>> Drop(IReadOnlyList<PageContent> pages, IReadOnlyList<List<TextLine>> lines)
    {
        var repeated = lines
            .SelectMany((list, i) => list.Where(line => IsInMargin(line, pages[i])).Select(line => Key(line)))
            .GroupBy(key => key)
            .Where(group => group.Count() >= FewestRepeats)
            .Select(group => group.Key)
            .ToHashSet();
        return
        [
            .. lines.Select((list, i) => list
                .Where(line => !IsInMargin(line, pages[i]) || !(repeated.Contains(Key(line)) || IsPageNumber(list, line)))
                .ToList()),
        ];
    }

    /// <summary>A number at the very top or bottom; a row number of a table without lines stands beside other words.</summary>
    private static bool IsPageNumber(List<TextLine> list, TextLine line) =>
        LineSigns.IsPageNumber(line.Text) && (ReferenceEquals(list[0], line) || ReferenceEquals(list[^1], line));

    private static (string Text, int Place) Key(TextLine line) => (line.Text, (int)Math.Round(line.Box.MiddleY / SamePlace));

    private static bool IsInMargin(TextLine line, PageContent page) =>
        line.Box.Bottom < MarginShare * page.Height || line.Box.Top > (1 - MarginShare) * page.Height;
}
