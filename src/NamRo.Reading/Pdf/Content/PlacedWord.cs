namespace NamRo.Reading.Pdf.Content;

/// <summary>A word between the origin of its first glyph and the end of its last.</summary>
internal sealed class PlacedWord(string text, in ShownGlyph first, in ShownGlyph last)
{
    private readonly ShownGlyph first = first;
    private readonly ShownGlyph last = last;

    public string Text { get; } = text;

    /// <summary>Quarter turns clockwise by which the word is turned from upright, to the nearest.</summary>
    public int QuarterTurns { get; } = Math.Abs(first.DirectionX) >= Math.Abs(first.DirectionY)
        ? first.DirectionX >= 0 ? 0 : 2
        : first.DirectionY >= 0 ? 1 : 3;

    public Word ToWord()
    {
        var style = first.Style;
        var up = style.Ascent * first.Size;
        var down = style.Descent * first.Size;
        // The direction turned a quarter anticlockwise is "up": y runs downwards on the displayed page.
        var (upX, upY) = (first.DirectionY, -first.DirectionX);
        var box = BoxOf(first.X + up * upX, first.Y + up * upY, last.EndX + down * upX, last.EndY + down * upY)
            .Union(BoxOf(first.X + down * upX, first.Y + down * upY, last.EndX + up * upX, last.EndY + up * upY));
        return new Word(Text, box, 1, Math.Round(first.Size, 2), style.IsBold, style.IsItalic);
    }

    private static Box BoxOf(double x, double y, double otherX, double otherY) =>
        new(Math.Min(x, otherX), Math.Min(y, otherY), Math.Max(x, otherX), Math.Max(y, otherY));
}
