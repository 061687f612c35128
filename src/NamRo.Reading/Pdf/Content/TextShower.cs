using NamRo.Reading.Pdf.Fonts;

namespace NamRo.Reading.Pdf.Content;

/// <summary>The text object (ISO 32000-1, 9.4): where the next glyph goes, and the words that the glyphs form.</summary>
internal sealed class TextShower(double pageWidth, double pageHeight)
{
    private const int FirstHiddenMode = 3;
    private const int LastHiddenMode = 7;
    private const int StrokedMode = 2;
    private const int MaximumGlyphs = 400_000;
    private const double Slack = 2;

    private readonly WordBuilder visible = new();
    private readonly WordBuilder hidden = new();
    private Matrix text = Matrix.Identity;
    private Matrix line = Matrix.Identity;
    private string? replacement;
    private int shownGlyphs;

    public void Begin() => (text, line) = (Matrix.Identity, Matrix.Identity);

    public void SetMatrix(in Matrix matrix) => (text, line) = (matrix, matrix);

    public void MoveLine(double x, double y)
    {
        line = new Matrix(1, 0, 0, 1, x, y).Then(line);
        text = line;
    }

    /// <summary>The producer says what the next glyphs stand for (ActualText); null ends this.</summary>
    public void Replace(string? actualText) => replacement = actualText;

    public void Advance(in GraphicsState state, double thousandths) => Move(-thousandths / 1000 * state.FontSize * state.HorizontalScale);

    public void Show(in GraphicsState state, ReadOnlySpan<byte> codes)
    {
        if (state.Font is not { } font || shownGlyphs > MaximumGlyphs)
        {
            return;
        }

        var full = text.Then(state.Transform);
        var length = Math.Sqrt(full.A * full.A + full.B * full.B);
        if (length < 1e-9 || !double.IsFinite(full.E + full.F + length))
        {
            return;
        }

        var sign = state.FontSize * state.HorizontalScale < 0 ? -1 : 1;
        var (directionX, directionY) = (sign * full.A / length, sign * full.B / length);
        var size = Math.Abs(state.FontSize) * Math.Sqrt(full.C * full.C + full.D * full.D) * font.HeightScale;
        var style = state.RenderingMode == StrokedMode ? font.Style with { IsBold = true } : font.Style;
        var words = state.RenderingMode is >= FirstHiddenMode and <= LastHiddenMode and not 4 and not 5 and not 6 ? hidden : visible;
        double shift = 0;
        while (codes.Length > 0)
        {
            codes = codes[font.Read(codes, out var glyph)..];
            var advance = glyph.Advance * state.FontSize * state.HorizontalScale;
            var (x, y) = full.Apply(shift, state.Rise);
            if (x >= -Slack && y >= -Slack && x <= pageWidth + Slack && y <= pageHeight + Slack)
            {
                var (endX, endY) = full.Apply(shift + advance, state.Rise);
                words.Add(new ShownGlyph(TextOf(glyph), x, y, endX, endY, directionX, directionY, size, style));
                shownGlyphs++;
                UnreadGlyphs += glyph.Text.Length == 0 ? 1 : 0;
            }

            shift += advance + (state.CharacterSpacing + (glyph.IsSpaceCode ? state.WordSpacing : 0)) * state.HorizontalScale;
        }

        Move(shift);
    }

    /// <summary>Glyphs of which the font does not tell the text.</summary>
    public int UnreadGlyphs { get; private set; }

    public bool HasOnlyHiddenWords => visible.Words.Count == 0 && hidden.Words.Count > 0;

    /// <summary>The words; hidden ones (of a scanner's text layer) only when nothing else stands on the page.</summary>
    public IReadOnlyList<PlacedWord> Words()
    {
        visible.EndWord();
        hidden.EndWord();
        return visible.Words.Count > 0 ? visible.Words : hidden.Words;
    }

    private string TextOf(in FontGlyph glyph)
    {
        if (replacement is null)
        {
            return glyph.Text;
        }

        var once = replacement;
        replacement = "";
        return once;
    }

    private void Move(double shift) => text = new Matrix(1, 0, 0, 1, shift, 0).Then(text);
}
