namespace NamRo.Reading.Pdf.Fonts;

/// <summary>One shown code: the text it stands for and how far it advances.</summary>
/// <param name="Text">Empty when the font does not say.</param>
/// <param name="Advance">In text space units of a font of size 1.</param>
/// <param name="IsSpaceCode">The single byte 32, to which word spacing applies.</param>
internal readonly record struct FontGlyph(string Text, double Advance, bool IsSpaceCode);

/// <summary>What a font's name and descriptor say of its looks. Ascent and descent in units of a font of size 1.</summary>
internal sealed record FontStyle(bool IsBold, bool IsItalic, double Ascent, double Descent)
{
    public static readonly FontStyle Plain = new(false, false, 0.85, -0.2);
}

/// <summary>Turns the bytes of a shown string into text and advances.</summary>
internal abstract class PdfFont(FontStyle style)
{
    public FontStyle Style { get; } = style;

    /// <summary>Factor from glyph space to text space for heights; only Type 3 fonts differ from 1.</summary>
    public virtual double HeightScale => 1;

    /// <summary>Reads the first code of a string that is not empty; returns how many bytes it took.</summary>
    public abstract int Read(ReadOnlySpan<byte> codes, out FontGlyph glyph);
}

/// <summary>One byte a glyph.</summary>
internal sealed class SimpleFont(FontStyle style, FontGlyph[] glyphs, double heightScale = 1) : PdfFont(style)
{
    public override double HeightScale => heightScale;

    public override int Read(ReadOnlySpan<byte> codes, out FontGlyph glyph)
    {
        glyph = glyphs[codes[0]];
        return 1;
    }
}

/// <summary>Codes of one to four bytes, mapped to glyphs of a large font (Type 0).</summary>
internal sealed class CompositeFont(FontStyle style, CharacterMap encoding, CharacterMap toUnicode, GlyphWidths widths) : PdfFont(style)
{
    /// <summary>Stands for a glyph of unknown text.</summary>
    public const string Unknown = "\uFFFD";

    private readonly Dictionary<long, FontGlyph> glyphs = [];

    public override int Read(ReadOnlySpan<byte> codes, out FontGlyph glyph)
    {
        var length = encoding.CodeLength(codes);
        var code = 0;
        for (var i = 0; i < length; i++)
        {
            code = code << 8 | codes[i];
        }

        var key = (long)length << 32 | (uint)code;
        if (!glyphs.TryGetValue(key, out glyph))
        {
            glyph = new FontGlyph(
                toUnicode.Text(code) ?? encoding.Text(code) ?? Unknown,
                widths.Of(encoding.GlyphNumber(code)),
                length == 1 && code == ' ');
            glyphs[key] = glyph;
        }

        return length;
    }
}
