using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Fonts;

/// <summary>Widths of a composite font's glyphs (ISO 32000-1, 9.7.4.3), in units of a font of size 1.</summary>
internal sealed class GlyphWidths
{
    private const int MaximumGlyphs = 0x10000;

    private readonly Dictionary<int, double> widths = [];
    private readonly double otherwise;

    public GlyphWidths(PdfFile file, PdfDictionary descendant)
    {
        otherwise = file.Number(descendant, "DW", 1000) / 1000;
        var items = file.Get<PdfArray>(descendant, "W")?.Items ?? [];
        for (var i = 0; i + 1 < items.Count;)
        {
            var first = NumberAt(i);
            if (file.Resolve(items[i + 1]) is PdfArray)
            {
                foreach (var width in file.Numbers(items[i + 1]))
                {
                    widths[first++] = width / 1000;
                }

                i += 2;
                continue;
            }

            var last = Math.Min(NumberAt(i + 1), first + MaximumGlyphs);
            var common = i + 2 < items.Count && file.Resolve(items[i + 2]) is PdfNumber number ? number.Value / 1000 : otherwise;
            for (var glyph = first; glyph <= last && widths.Count < MaximumGlyphs; glyph++)
            {
                widths[glyph] = common;
            }

            i += 3;
        }

        int NumberAt(int index) => file.Resolve(items[index]) is PdfNumber number ? (int)Math.Clamp(number.Value, 0, MaximumGlyphs) : 0;
    }

    public double Of(int glyph) => widths.GetValueOrDefault(glyph, otherwise);
}
