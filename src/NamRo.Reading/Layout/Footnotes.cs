namespace NamRo.Reading.Layout;

/// <summary>
/// Takes footnotes out of the text: lines in small type below a short rule at the left margin, and their marks in the lines above.
/// Left in, they would cut a paragraph that goes on on the next page, and a mark after a figure would read as one more digit.
/// </summary>
internal static class Footnotes
{
    private const double HighestShare = 0.35;
    private const double ShortestRule = 50;
    private const double LongestRuleShare = 0.55;
    private const double MarginTolerance = 8;
    private const double SmallTypeShare = 0.93;
    private const double MarkShare = 0.8;
    private const int LongestMark = 3;

    /// <summary>The lines of the page without footnotes; null when it has none.</summary>
    public static List<TextLine>? Without(PageContent page, List<TextLine> lines, IReadOnlyList<TableFragment> tables)
    {
        if (lines.Count < 2)
        {
            return null;
        }

        var bounds = TextBounds.OfPage(lines) ?? TextBounds.Around(lines);
        foreach (var rule in page.Rulings.Where(rule => IsSeparator(rule, page, bounds)).OrderByDescending(rule => rule.Position))
        {
            var notes = lines.Where(line => line.Box.MiddleY > rule.Position).ToList();
            var body = lines.Where(line => line.Box.MiddleY <= rule.Position).ToList();
            var isUnderTables = tables.All(table => table.Box.Bottom <= rule.Position);
            if (notes.Count > 0 && body.Count > 0 && isUnderTables && MarkOf(notes[0]) is not null && IsInSmallType(notes, body))
            {
                var marks = notes.Select(MarkOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
                return [.. body.Select(line => WithoutMarks(line, marks)).OfType<TextLine>()];
            }
        }

        return null;
    }

    private static bool IsSeparator(Ruling rule, PageContent page, TextBounds bounds) =>
        rule.IsHorizontal
        && rule.Position > HighestShare * page.Height
        && Math.Abs(rule.From - bounds.Left) < MarginTolerance
        && rule.Length > ShortestRule && rule.Length < LongestRuleShare * bounds.Width;

    private static bool IsInSmallType(List<TextLine> notes, List<TextLine> body)
    {
        var usual = body.Select(line => line.Size).Order().ElementAt(body.Count / 2);
        return notes.TrueForAll(line => line.Size < SmallTypeShare * usual);
    }

    /// <summary>The number or star a note begins with.</summary>
    private static string? MarkOf(TextLine note)
    {
        var text = note.Words[0].Text;
        var length = text.TakeWhile(sign => char.IsAsciiDigit(sign) || sign == '*').Count();
        return length is > 0 and <= LongestMark ? text[..length] : null;
    }

    private static TextLine? WithoutMarks(TextLine line, HashSet<string> marks)
    {
        var words = line.Words.Where(word => !(marks.Contains(word.Text) && IsRaised(word, line))).ToList();
        return words.Count == line.Words.Count ? line : words.Count == 0 ? null : new TextLine(words);
    }

    private static bool IsRaised(Word word, TextLine line) =>
        word.Box.Height < MarkShare * line.Box.Height && word.Box.MiddleY < line.Box.MiddleY;
}
