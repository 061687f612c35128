using System.Globalization;
using System.Text;

namespace NamRo.Reading.Pdf.Content;

/// <summary>
/// Puts shown glyphs together to words, by white space and by gaps. How operators group glyphs means nothing: Ghostscript, for one, writes
/// one operation across several cells of a table.
/// </summary>
internal sealed class WordBuilder
{
    private const double GapShare = 0.17;
    private const double OverlapShare = 0.35;
    private const double BaselineShare = 0.15;
    private const double DuplicateShare = 0.12;
    private const double RaisedSize = 0.85;

    private readonly StringBuilder text = new();
    private readonly List<PlacedWord> words = [];
    private readonly HashSet<(string Text, int X, int Y)> seen = [];
    private ShownGlyph first;
    private ShownGlyph last;

    public IReadOnlyList<PlacedWord> Words => words;

    public void Add(in ShownGlyph glyph)
    {
        if (string.IsNullOrWhiteSpace(glyph.Text))
        {
            if (glyph.Text.Length > 0)
            {
                EndWord();
            }

            return;
        }

        if (text.Length > 0)
        {
            if (IsDuplicate(glyph))
            {
                return;
            }

            if (IsPower(glyph))
            {
                text.Append(glyph.Text[0] == '2' ? '²' : '³');
                last = glyph;
                return;
            }

            if (!Continues(glyph))
            {
                EndWord();
            }
        }

        if (text.Length == 0)
        {
            first = glyph;
        }

        Append(glyph);
    }

    public void EndWord()
    {
        if (text.Length == 0)
        {
            return;
        }

        var composed = SymbolSigns.Replace(text.ToString().Normalize(NormalizationForm.FormC));
        text.Clear();
        var tolerance = Math.Max(0.5, first.Size * DuplicateShare);
        if (seen.Add((composed, (int)(first.X / tolerance), (int)(first.Y / tolerance))))
        {
            words.Add(new PlacedWord(composed, first, last));
        }
    }

    /// <summary>A glyph whose text holds white space inside (a ligature of words) ends the word there.</summary>
    private void Append(in ShownGlyph glyph)
    {
        last = glyph;
        foreach (var unit in glyph.Text)
        {
            if (char.IsWhiteSpace(unit))
            {
                EndWord();
                first = glyph;
            }
            else if (unit is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF') && !char.IsControl(unit))
            {
                text.Append(unit);
            }
        }
    }

    /// <summary>Bold text is sometimes faked by showing each glyph twice, a hair apart.</summary>
    private bool IsDuplicate(in ShownGlyph glyph) =>
        string.Equals(glyph.Text, last.Text, StringComparison.Ordinal)
        && Math.Abs(glyph.X - last.X) + Math.Abs(glyph.Y - last.Y) < DuplicateShare * glyph.Size;

    /// <summary>The raised 2 or 3 of a unit of area or volume; other raised figures are marks of notes.</summary>
    private bool IsPower(in ShownGlyph glyph) =>
        glyph.Text is "2" or "3"
        && text[^1] == 'm'
        && glyph.Size < RaisedSize * last.Size
        && Math.Abs(glyph.X - last.EndX) < GapShare * last.Size
        && last.Y - glyph.Y > BaselineShare * last.Size;

    private bool Continues(in ShownGlyph glyph)
    {
        if (glyph.DirectionX * last.DirectionX + glyph.DirectionY * last.DirectionY < 0.99)
        {
            return false;
        }

        var dx = glyph.X - last.EndX;
        var dy = glyph.Y - last.EndY;
        var along = dx * last.DirectionX + dy * last.DirectionY;
        var across = Math.Abs(dy * last.DirectionX - dx * last.DirectionY);
        var size = Math.Max(glyph.Size, last.Size);
        if (across > BaselineShare * size)
        {
            return IsMark(glyph.Text);
        }

        return along < GapShare * size && (along > -OverlapShare * size || IsMark(glyph.Text));
    }

    private static bool IsMark(string text) => CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.NonSpacingMark;
}
