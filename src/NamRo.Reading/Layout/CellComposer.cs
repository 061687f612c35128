using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>
/// Writes the words of a cell as text: lines joined, paragraphs apart. The number column is often too narrow for its own heading ("ST" +
/// "T").
/// </summary>
internal static class CellComposer
{
    /// <summary>A distance between lines so much above the one before begins a paragraph.</summary>
    private const double WidePitch = 1.3;

    public static string Compose(IReadOnlyList<Word> words, Box cell)
    {
        var lines = LineBuilder.Build(words);
        var paragraphs = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (paragraphs.Count == 0 || StartsParagraph(paragraphs[^1], line, cell))
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(line);
        }

        var unbroken = string.Concat(lines.Select(line => line.Text));
        return lines.Count > 1 && LineSigns.IsNumberHeading(unbroken)
            ? unbroken
            : string.Join('\n', paragraphs.Select(paragraph => LineJoin.Join(paragraph.Select(line => line.Text))));
    }

    private static bool StartsParagraph(List<TextLine> paragraph, TextLine line, Box cell)
    {
        var last = paragraph[^1];
        if (!LineSigns.StartsItem(line.Text) && !LineSigns.EndsFinal(last.Text))
        {
            return false;
        }

        var space = 0.25 * line.Size;
        var wouldFit = last.Box.Right + space + line.Words[0].Box.Width < cell.Right - space;
        var isApart = paragraph.Count > 1 && Pitch(last, line) > WidePitch * Pitch(paragraph[^2], last);
        return wouldFit || isApart;
    }

    private static double Pitch(TextLine upper, TextLine lower) => lower.Box.MiddleY - upper.Box.MiddleY;
}
