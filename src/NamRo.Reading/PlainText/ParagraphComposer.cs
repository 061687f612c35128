namespace NamRo.Reading.PlainText;

/// <summary>Makes paragraphs of lines: wrapped lines are joined, and so are paragraphs that a page end cut in two.</summary>
internal sealed class ParagraphComposer(LineProfile profile)
{
    private const int ShortHeading = 40;
    private readonly List<Paragraph> done = [];
    private readonly List<string> open = [];
    private bool gap;

    /// <summary>Takes the next line; an empty one is a gap.</summary>
    public void Add(string line)
    {
        if (line.Length == 0)
        {
            gap = true;
            return;
        }

        if (open.Count > 0 && !Joins(open[^1], line))
        {
            Close();
        }

        open.Add(line);
        gap = false;
    }

    /// <summary>The paragraphs so far; the composer starts anew.</summary>
    public IReadOnlyList<Paragraph> Take()
    {
        Close();
        gap = false;
        var taken = done.ToList();
        done.Clear();
        return taken;
    }

    private bool Joins(string before, string line)
    {
        var text = InlineMarkup.Strip(line).Text.Trim();
        var previous = InlineMarkup.Strip(before).Text.Trim();
        if (text.Length == 0 || previous.Length == 0 || line.StartsWith('#') || before.StartsWith('#'))
        {
            return false;
        }

        if (LineSigns.StartsItem(text) && !IsHyphenInside(previous, text))
        {
            return false;
        }

        if (LineSigns.StartsField(text))
        {
            return false;
        }

        if (LineSigns.IsCapitals(previous) || LineSigns.IsCapitals(text))
        {
            return LineSigns.IsCapitals(previous) == LineSigns.IsCapitals(text) && JoinsCapitals(previous);
        }

        return LineSigns.StartsLower(text) ? JoinsLower(previous) : JoinsOther(previous, text);
    }

    /// <summary>"chính trị" + "- xã hội": the dash belongs to the words, not to a list.</summary>
    private bool IsHyphenInside(string previous, string text) =>
        LineSigns.StartsWeakBullet(text) && text[0] is '-' or '–' && profile.IsFull(previous) && !LineSigns.EndsFinal(previous)
            && !previous.EndsWith(',');

    private bool JoinsCapitals(string previous) => !gap && !LineSigns.StartsSignature(open[0]) && !LineSigns.StartsItem(previous);

    private bool JoinsLower(string previous)
    {
        if (LineSigns.EndsFinal(previous))
        {
            return profile.IsFull(previous) && previous[^1] is ';' or '…' && (!gap || profile.IsDoubleSpaced);
        }

        return !gap || previous.Length >= ShortHeading || !LineSigns.StartsItem(previous);
    }

    private bool JoinsOther(string previous, string text)
    {
        if (!gap && !LineSigns.EndsFinal(previous) && (LineSigns.NeedsMore(previous) || IsInBrackets(previous) || text[0] == '('))
        {
            return true;
        }

        var isNear = !gap || profile.IsDoubleSpaced;
        return isNear && profile.IsFull(previous) && (!LineSigns.EndsFinal(previous) || !gap);
    }

    /// <summary>A bracket was opened and not closed.</summary>
    private static bool IsInBrackets(string text) => text.LastIndexOf('(') > text.LastIndexOf(')');

    private void Close()
    {
        if (open.Count == 0)
        {
            return;
        }

        var whole = InlineMarkup.Strip(string.Join('\n', open));
        var isHeading = open[0].StartsWith('#');
        var lines = whole.Text.Split('\n').Select(line => TextJoin.Fold(line.TrimStart('#'))).Where(line => line.Length > 0).ToList();
        open.Clear();
        if (lines.Count > 0)
        {
            lines[0] = WithoutDoubleBullet(lines[0]);
            done.Add(new Paragraph(TextJoin.Join(lines)) { Lines = lines, IsBold = whole.IsBold || isHeading, IsItalic = whole.IsItalic });
        }
    }

    /// <summary>"- + Đơn vị" (a list inside a list) is written "+ Đơn vị".</summary>
    private static string WithoutDoubleBullet(string line) =>
        line.Length > 3 && line[0] is '-' or '*' && line[1] == ' ' && LineSigns.StartsBullet(line[2..]) ? line[2..] : line;
}
