using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Fonts;

/// <summary>Makes fonts out of font dictionaries, once each.</summary>
internal sealed class FontLoader(PdfFile file)
{
    private const int ForceBoldFlag = 1 << 18;
    private const int ItalicFlag = 1 << 6;
    private const double BoldWeight = 600;

    private static readonly string[] BoldNames = ["Bold", "Black", "Heavy", "Demi"];
    private static readonly string[] ItalicNames = ["Italic", "Oblique"];
    private readonly Dictionary<PdfDictionary, PdfFont> loaded = [];

    public PdfFont Load(PdfDictionary dictionary)
    {
        if (!loaded.TryGetValue(dictionary, out var font))
        {
            font = Make(dictionary);
            loaded[dictionary] = font;
        }

        return font;
    }

    private PdfFont Make(PdfDictionary dictionary) => file.Name(dictionary, "Subtype") switch
    {
        "Type0" => MakeComposite(dictionary),
        "Type3" => MakeType3(dictionary),
        var subtype => MakeSimple(dictionary, subtype == "TrueType"),
    };

    private CompositeFont MakeComposite(PdfDictionary dictionary)
    {
        var descendants = file.Get<PdfArray>(dictionary, "DescendantFonts")?.Items ?? [];
        var descendant = descendants.Count > 0 ? file.Resolve(descendants[0]) as PdfDictionary : null;
        var encoding = file.Resolve(dictionary["Encoding"]) is PdfStream stream
            ? CharacterMap.Parse(file.Streams.Decode(stream))
            : CharacterMap.Predefined(file.Name(dictionary, "Encoding"));
        return new CompositeFont(
            StyleOf(file.Name(dictionary, "BaseFont") ?? "", file.Dictionary(descendant, "FontDescriptor")),
            encoding,
            ToUnicode(dictionary),
            new GlyphWidths(file, descendant ?? PdfDictionary.Empty));
    }

    private SimpleFont MakeSimple(PdfDictionary dictionary, bool isTrueType)
    {
        var name = file.Name(dictionary, "BaseFont") ?? "";
        var descriptor = file.Dictionary(dictionary, "FontDescriptor");
        var style = StyleOf(name, descriptor);
        var texts = Texts(dictionary, isTrueType);
        var widths = file.Numbers(dictionary["Widths"]);
        var first = (int)file.Number(dictionary, "FirstChar");
        var missing = file.Number(descriptor, "MissingWidth") / 1000;
        var glyphs = new FontGlyph[256];
        for (var code = 0; code < glyphs.Length; code++)
        {
            var index = code - first;
            var width = widths.Length == 0 ? StandardWidths.Of(name, style, texts[code])
                : index >= 0 && index < widths.Length ? widths[index] / 1000
                : missing;
            glyphs[code] = new FontGlyph(texts[code] ?? "", width, code == ' ');
        }

        return new SimpleFont(style, glyphs);
    }

    private SimpleFont MakeType3(PdfDictionary dictionary)
    {
        var matrix = file.Numbers(dictionary["FontMatrix"]);
        var scale = matrix.Length == 6 && Math.Abs(matrix[0]) > 1e-9 ? Math.Abs(matrix[0]) : 0.001;
        var texts = Texts(dictionary, isTrueType: false);
        var widths = file.Numbers(dictionary["Widths"]);
        var first = (int)file.Number(dictionary, "FirstChar");
        var glyphs = new FontGlyph[256];
        for (var code = 0; code < glyphs.Length; code++)
        {
            var index = code - first;
            glyphs[code] = new FontGlyph(texts[code] ?? "", index >= 0 && index < widths.Length ? widths[index] * scale : 0, code == ' ');
        }

        var box = file.Numbers(dictionary["FontBBox"]);
        var height = box.Length == 4 ? Math.Abs(box[3] - box[1]) * scale : 0;
        return new SimpleFont(StyleOf(file.Name(dictionary, "Name") ?? "", null), glyphs, height is > 0.05 and < 50 ? height : 1);
    }

    private string?[] Texts(PdfDictionary dictionary, bool isTrueType)
    {
        var texts = SimpleEncoding.Read(file, dictionary, isTrueType);
        var toUnicode = ToUnicode(dictionary);
        for (var code = 0; code < texts.Length; code++)
        {
            texts[code] = toUnicode.Text(code) ?? texts[code];
        }

        return texts;
    }

    private CharacterMap ToUnicode(PdfDictionary dictionary) => file.Resolve(dictionary["ToUnicode"]) switch
    {
        PdfStream stream => CharacterMap.Parse(file.Streams.Decode(stream)),
        PdfName name => CharacterMap.Predefined(name.Value),
        _ => CharacterMap.Identity,
    };

    private FontStyle StyleOf(string name, PdfDictionary? descriptor)
    {
        var flags = (int)file.Number(descriptor, "Flags");
        var ascent = file.Number(descriptor, "Ascent") / 1000;
        var descent = -Math.Abs(file.Number(descriptor, "Descent") / 1000);
        return FontStyle.Plain with
        {
            IsBold = HasAny(name, BoldNames) || (flags & ForceBoldFlag) != 0 || file.Number(descriptor, "FontWeight") >= BoldWeight,
            IsItalic = HasAny(name, ItalicNames) || (flags & ItalicFlag) != 0 || file.Number(descriptor, "ItalicAngle") != 0,
            Ascent = ascent is > 0.5 and < 1.1 ? ascent : FontStyle.Plain.Ascent,
            Descent = descent is > -0.45 and < -0.05 ? descent : FontStyle.Plain.Descent,
        };
    }

    private static bool HasAny(string name, string[] parts) =>
        Array.Exists(parts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
