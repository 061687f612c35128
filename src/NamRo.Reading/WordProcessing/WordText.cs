using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace NamRo.Reading.WordProcessing;

/// <summary>
/// The text of one paragraph as it is shown: fields by their result, open deletions left out, hidden text left out, alternatives once.
/// </summary>
internal sealed class WordText(WordStyles styles, WordChanges changes)
{
    private readonly StringBuilder text = new();
    private readonly List<XElement> boxes = [];
    private XElement? paragraphProperties;
    private int fieldCode;
    private int letters;
    private int boldLetters;
    private int italicLetters;
    private double sizeSum;

    /// <summary>The text; "\n" for a line break, "\f" for a page break.</summary>
    public string Text => text.ToString();

    /// <summary>The contents of text boxes anchored in the paragraph.</summary>
    public IReadOnlyList<XElement> Boxes => boxes;

    public bool IsBold => letters > 0 && boldLetters >= letters * 0.9;

    public bool IsItalic => letters > 0 && italicLetters >= letters * 0.9;

    /// <summary>Points; 0 where unknown.</summary>
    public double FontSize => letters > 0 ? Math.Round(sizeSum / letters, 1) : 0;

    public void Read(XElement paragraph)
    {
        paragraphProperties = paragraph.Child("pPr");
        ReadChildren(paragraph);
    }

    private void ReadChildren(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            ReadElement(element);
        }
    }

    private void ReadElement(XElement element)
    {
        if (element.Name == WordNames.Compatibility + "AlternateContent")
        {
            ReadChildren(ChooseAlternative(element));
            return;
        }

        if (element.Name.Namespace == WordNames.Mathematics)
        {
            text.Append(string.Concat(element.Descendants(WordNames.Mathematics + "t").Select(t => t.Value)));
            return;
        }

        switch (element.Name.LocalName)
        {
            case "r":
                ReadRun(element);
                break;
            case "del" or "moveFrom":
                changes.Count(element);
                break;
            case "ins" or "moveTo":
                changes.Count(element);
                ReadChildren(element);
                break;
            case "hyperlink" or "smartTag" or "fldSimple" or "customXml" or "dir" or "bdo" or "sdtContent":
                ReadChildren(element);
                break;
            case "sdt":
                ReadChildren(element.Child("sdtContent") ?? element);
                break;
        }
    }

    private static XElement ChooseAlternative(XElement alternatives) =>
        alternatives.Element(WordNames.Compatibility + "Choice") ?? alternatives.Element(WordNames.Compatibility + "Fallback")
            ?? alternatives;

    private void ReadRun(XElement run)
    {
        var own = run.Child("rPr");
        var look = styles.RunProperties(own, paragraphProperties).ToList();
        if (look.Select(found => found.Switch("vanish")).FirstOrDefault(found => found is not null) == true)
        {
            return;
        }

        foreach (var piece in run.Elements())
        {
            ReadPiece(piece, own, look);
        }
    }

    private void ReadPiece(XElement piece, XElement? own, List<XElement> look)
    {
        if (piece.Name == WordNames.Compatibility + "AlternateContent")
        {
            foreach (var chosen in ChooseAlternative(piece).Elements())
            {
                ReadPiece(chosen, own, look);
            }

            return;
        }

        switch (piece.Name.LocalName)
        {
            case "fldChar":
                Follow(piece.Attribute(WordNames.W + "fldCharType")?.Value);
                break;
            case "drawing" or "pict" or "object":
                boxes.AddRange(piece.Descendants(WordNames.W + "txbxContent").Where(IsOutermost(piece)));
                break;
            case "t" or "tab" or "ptab" or "br" or "cr" or "noBreakHyphen" or "sym" when fieldCode == 0:
                Append(Shown(piece, own), look);
                break;
        }
    }

    private static Func<XElement, bool> IsOutermost(XElement top) => box =>
        !box.Ancestors().TakeWhile(above => above != top)
            .Any(above => above.Name == WordNames.W + "txbxContent" || above.Name == WordNames.Compatibility + "Fallback");

    /// <summary>Between "begin" and "separate" stands a field's code, after it what the field shows.</summary>
    private void Follow(string? mark) => fieldCode = mark switch
    {
        "begin" => fieldCode + 1,
        "separate" or "end" => Math.Max(0, fieldCode - 1),
        _ => fieldCode,
    };

    private static string Shown(XElement piece, XElement? own) => piece.Name.LocalName switch
    {
        "t" => SymbolFont.TranslateAll(piece.Value, own.Child("rFonts")?.Attribute(WordNames.W + "ascii")?.Value),
        "br" when piece.Attribute(WordNames.W + "type")?.Value == "page" => "\f",
        "br" or "cr" => "\n",
        "noBreakHyphen" => "-",
        "sym" => SymbolFont.Translate(piece.Attribute(WordNames.W + "font")?.Value, CodeOf(piece)),
        _ => "\t",
    };

    private static int CodeOf(XElement symbol) =>
        int.TryParse(symbol.Attribute(WordNames.W + "char")?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            ? code : 0;

    private void Append(string shown, List<XElement> look)
    {
        var isCapitals = look.Select(found => found.Switch("caps")).FirstOrDefault(found => found is not null) == true;
        text.Append(isCapitals ? shown.ToUpperInvariant() : shown);
        var count = shown.Count(char.IsLetterOrDigit);
        letters += count;
        boldLetters += look.Select(found => found.Switch("b")).FirstOrDefault(found => found is not null) == true ? count : 0;
        italicLetters += look.Select(found => found.Switch("i")).FirstOrDefault(found => found is not null) == true ? count : 0;
        sizeSum += count * (look.Select(found => found.Number("sz")).FirstOrDefault(found => found is not null) ?? 20) / 2.0;
    }
}
