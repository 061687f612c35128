using System.Xml.Linq;
using NamRo.Reading.PlainText;

namespace NamRo.Reading.WordProcessing;

/// <summary>Turns w:p elements into paragraphs: automatic number, text, look.</summary>
internal sealed class WordParagraphs(WordStyles styles, WordNumbering numbering, WordChanges changes)
{
    private const double TwipsPerPoint = 20;
    private string carried = string.Empty;

    /// <summary>
    /// The paragraphs that one w:p holds: usually one; more when list items were separated by line breaks; none when it is empty. Then
    /// those of its text boxes.
    /// </summary>
    /// <param name="keepNumber">A paragraph that is nothing but its automatic number counts (a number column's cell).</param>
    public IEnumerable<Paragraph> Read(XElement element, bool keepNumber)
    {
        var properties = element.Child("pPr");
        var read = new WordText(styles, changes);
        read.Read(element);
        var number = numbering.Next(properties);
        var text = carried + read.Text;
        carried = string.Empty;
        if (properties.Child("rPr").Child("del") is not null)
        {
            carried = text;
            return [];
        }

        var lines = text.Split('\n', '\f').Select(TextJoin.Fold).Where(line => !LineSigns.IsRuling(line)).ToList();
        if (lines.Count > 0 && number.Length > 0)
        {
            lines[0] = number + " " + lines[0];
        }
        else if (lines.Count == 0 && number.Length > 0 && keepNumber)
        {
            lines.Add(number);
        }

        var paragraphs = Split(lines).Select(item => Dress(item, read, properties));
        return paragraphs.Concat(read.Boxes.SelectMany(box => ReadBox(box)));
    }

    private IEnumerable<Paragraph> ReadBox(XElement box) =>
        box.Descendants(WordNames.W + "p").Where(paragraph => paragraph.Ancestors(WordNames.W + "txbxContent").First() == box)
            .SelectMany(paragraph => Read(paragraph, keepNumber: false));

    /// <summary>A line break before a list item separates items as a paragraph's end would.</summary>
    private static IEnumerable<List<string>> Split(List<string> lines)
    {
        var item = new List<string>();
        foreach (var line in lines)
        {
            if (item.Count > 0 && LineSigns.StartsItem(line) && !LineSigns.StartsWeakBullet(line))
            {
                yield return item;
                item = [];
            }

            item.Add(line);
        }

        if (item.Count > 0)
        {
            yield return item;
        }
    }

    private Paragraph Dress(List<string> lines, WordText read, XElement? properties) => new(TextJoin.Join(lines).Normalize())
    {
        Lines = [.. lines.Select(line => line.Normalize())],
        IsBold = read.IsBold,
        IsItalic = read.IsItalic,
        FontSize = read.FontSize,
        IsCentered = styles.ParagraphProperties(properties).Select(found => found.Value("jc"))
            .FirstOrDefault(found => found is not null) == "center",
        Indent = IndentOf(properties),
    };

    private double IndentOf(XElement? properties)
    {
        var sources = styles.ParagraphProperties(properties).ToList();
        if (numbering.LevelProperties(properties) is { } level)
        {
            sources.Insert(Math.Min(1, sources.Count), level);
        }

        var left = First(sources, "left") ?? First(sources, "start") ?? 0;
        var first = First(sources, "firstLine") ?? -First(sources, "hanging") ?? 0;
        return (left + first) / TwipsPerPoint;
    }

    private static int? First(List<XElement> sources, string attribute) =>
        sources.Select(source => source.Child("ind").NumberOf(attribute)).FirstOrDefault(found => found is not null);
}
