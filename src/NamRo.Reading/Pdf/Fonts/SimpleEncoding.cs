using System.Text;
using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Fonts;

/// <summary>What the 256 codes of a simple font stand for (ISO 32000-1, 9.6.6 and annex D).</summary>
internal static class SimpleEncoding
{
    private const string StandardFromA1 =
        "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß";

    private static readonly string?[] WinAnsi = FromCodePage(1252);
    private static readonly string?[] MacRoman = FromCodePage(10000);
    private static readonly string?[] Standard = MakeStandard();

    /// <summary>256 texts; null where the encoding says nothing.</summary>
    public static string?[] Read(PdfFile file, PdfDictionary font, bool isTrueType)
    {
        var encoding = file.Resolve(font["Encoding"]);
        var differences = encoding as PdfDictionary;
        var name = (encoding as PdfName)?.Value ?? file.Name(differences, "BaseEncoding");
        string?[] texts =
        [
            .. name switch
            {
                "WinAnsiEncoding" => WinAnsi,
                "MacRomanEncoding" => MacRoman,
                "StandardEncoding" => Standard,
                _ => isTrueType ? WinAnsi : Standard,
            },
        ];
        ApplyDifferences(file, differences, texts);
        return texts;
    }

    private static void ApplyDifferences(PdfFile file, PdfDictionary? encoding, string?[] texts)
    {
        var code = 0;
        foreach (var item in file.Get<PdfArray>(encoding, "Differences")?.Items ?? [])
        {
            switch (file.Resolve(item))
            {
                case PdfNumber number:
                    code = (int)number.Value;
                    break;
                case PdfName name when code is >= 0 and < 256:
                    texts[code++] = GlyphNames.Text(name.Value) ?? (name.Value == ".notdef" ? null : CompositeFont.Unknown);
                    break;
            }
        }
    }

    private static string?[] FromCodePage(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.Latin1;
        var texts = new string?[256];
        for (var code = 0; code < 256; code++)
        {
            texts[code] = encoding.GetString([(byte)code]);
        }

        return texts;
    }

    private static string?[] MakeStandard()
    {
        var texts = new string?[256];
        for (var code = 0; code < 127; code++)
        {
            texts[code] = ((char)code).ToString();
        }

        (texts['\''], texts['`']) = ("’", "‘");
        for (var i = 0; i < StandardFromA1.Length; i++)
        {
            texts[0xA1 + i] = StandardFromA1[i] == '\0' ? null : StandardFromA1[i].ToString();
        }

        return texts;
    }
}
