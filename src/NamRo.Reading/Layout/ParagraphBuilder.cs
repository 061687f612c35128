using NamRo.Reading.PlainText;

namespace NamRo.Reading.Layout;

/// <summary>
/// Joins the lines of one column to paragraphs by how they are set: a line that ends early closes its paragraph, an indented one opens the
/// next.
/// Numbers and bullets decide only where the setting leaves it open, because a wrapped line may begin with a dash or a number, too.
/// </summary>
internal static class ParagraphBuilder
{
    private const double IndentPoints = 9;
    private const double CentredTolerance = 7;
    private const double FullTolerance = 2.5;
    private const double SizeTolerance = 1.2;
    private const double EstimatedShare = 0.3;
    private const double WidestPitch = 2.3;
    private const double PitchGrowth = 0.3;
    private const double SameLeft = 3;
    private const double SameEdge = 1;
    private const int FewestAtIndent = 3;

    public static List<ParagraphDraft> Build(int page, IReadOnlyList<TextLine> lines, TextBounds bounds, bool isInBlock = false)
    {
        var drafts = new List<ParagraphDraft>();
        foreach (var line in lines)
        {
            // Short lines that begin at the paragraphs' own indent stand in the middle by chance.
            var isCentred = IsCentred(line, bounds)
                && (isInBlock || lines.Count(other => Math.Abs(other.Box.Left - line.Box.Left) < SameEdge) < FewestAtIndent);
            if (drafts.Count > 0 && Continues(drafts[^1], line, isCentred))
            {
                drafts[^1].Add(page, line);
                drafts[^1].IsCentered |= isCentred;
            }
            else
            {
                drafts.Add(new ParagraphDraft(page, bounds, line) { IsCentered = isCentred, IsInBlock = isInBlock });
            }
        }

        return drafts;
    }

    /// <summary>Whether the first paragraph of a page is the rest of the last one of the page before.</summary>
    public static bool GoesOn(ParagraphDraft before, ParagraphDraft after)
    {
        if (before.IsInBlock || after.IsInBlock || before.IsCentered != after.IsCentered || !IsSameType(before.Last, after.First))
        {
            return false;
        }

        var isIndented = after.First.Box.Left > after.Bounds.Left + IndentPoints && after.LineCount > 1
            && before.Last.Box.Left < before.Bounds.Left + IndentPoints;
        var isFull = IsFull(before.Last, after.First, before.Bounds);
        if (LineSigns.StartsLower(after.First.Text) && !LineSigns.StartsNumber(after.First.Text))
        {
            return isFull || !LineSigns.EndsFinal(before.Last.Text);
        }

        return isFull && !isIndented && !before.IsCentered && !LineSigns.EndsFinal(before.Last.Text)
            && (!LineSigns.StartsItem(after.First.Text) || LineSigns.StartsWeakBullet(after.First.Text));
    }

    private static bool Continues(ParagraphDraft draft, TextLine line, bool isCentred)
    {
        var last = draft.Last;
        var pitch = line.Box.MiddleY - last.Box.MiddleY;
        var tooFar = draft.Pitch > 0 ? draft.Pitch + PitchGrowth * line.Size : WidestPitch * line.Size;
        if (pitch > tooFar || !IsSameType(last, line) || LineSigns.StartsSignature(last.Text))
        {
            return false;
        }

        if (draft.IsCentered || isCentred)
        {
            return ContinuesCentred(draft, line);
        }

        return ContinuesSet(draft, line);
    }

    private static bool ContinuesCentred(ParagraphDraft draft, TextLine line)
    {
        var last = draft.Last;
        var isOneStyle = last.IsBold == line.IsBold && last.IsItalic == line.IsItalic && last.IsCapitals == line.IsCapitals;
        return isOneStyle
            && IsAboutMiddle(last, draft.Bounds) && IsAboutMiddle(line, draft.Bounds)
            && !LineSigns.StartsItem(line.Text)
            && (!draft.IsInBlock || IsFull(last, line, draft.Bounds));
    }

    private static bool ContinuesSet(ParagraphDraft draft, TextLine line)
    {
        var last = draft.Last;
        if (!IsFull(last, line, draft.Bounds))
        {
            return false;
        }

        var isIndented = line.Box.Left > draft.Bounds.Left + IndentPoints;
        var isBlockIndented = Math.Abs(line.Box.Left - last.Box.Left) < SameLeft;
        var isHanging = last.Words.Count > 1 && Math.Abs(line.Box.Left - last.Words[1].Box.Left) < SameLeft;
        if (isIndented && line.Box.Left > last.Box.Left - SameLeft)
        {
            return isHanging || (isBlockIndented && (draft.LineCount > 1 || LineSigns.StartsLower(line.Text)));
        }

        return !LineSigns.StartsItem(line.Text) || (!draft.IsInBlock && !LineSigns.EndsFinal(last.Text));
    }

    private static bool IsSameType(TextLine one, TextLine other)
    {
        var difference = Math.Abs(one.FontSize - other.FontSize);
        if (one.FontSize == 0 || other.FontSize == 0 || difference <= SizeTolerance)
        {
            return true;
        }

        // What recognition says of the size of a short line may be far off; how high it stands is measured.
        return (one.IsEstimated || other.IsEstimated) && (difference <= EstimatedShare * one.FontSize
            || Math.Abs(one.Box.Height - other.Box.Height) <= EstimatedShare * one.Box.Height);
    }

    /// <summary>The next line's first word had no room left in this line.</summary>
    private static bool IsFull(TextLine line, TextLine next, TextBounds bounds) =>
        line.Box.Right + 0.25 * line.Size + next.Words[0].Box.Width > bounds.Right - FullTolerance;

    private static bool IsCentred(TextLine line, TextBounds bounds) =>
        line.Box.Left - bounds.Left > IndentPoints && bounds.Right - line.Box.Right > IndentPoints && IsAboutMiddle(line, bounds);

    private static bool IsAboutMiddle(TextLine line, TextBounds bounds) => Math.Abs(line.Box.MiddleX - bounds.Middle) < CentredTolerance;
}
