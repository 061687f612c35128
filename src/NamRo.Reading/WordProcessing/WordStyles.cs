using System.Xml.Linq;

namespace NamRo.Reading.WordProcessing;

/// <summary>The styles of a document: looks a property up along the chain of styles that are based on each other.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 30;
    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly string? defaultParagraphStyle;
    private readonly XElement? defaultRun;

    public WordStyles(XElement? root)
    {
        defaultRun = root.Child("docDefaults").Child("rPrDefault").Child("rPr");
        foreach (var style in root?.Elements(WordNames.W + "style") ?? [])
        {
            if (style.Attribute(WordNames.W + "styleId")?.Value is { } id)
            {
                styles.TryAdd(id, style);
                var isDefault = style.Attribute(WordNames.W + "default")?.Value is "1" or "true";
                defaultParagraphStyle = isDefault && style.Attribute(WordNames.W + "type")?.Value == "paragraph" ? id
                    : defaultParagraphStyle;
            }
        }
    }

    /// <summary>The style, the one it is based on, and so on; for a paragraph without a style the default one.</summary>
    public IEnumerable<XElement> Chain(string? styleId)
    {
        var id = styleId;
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.Value("basedOn");
        }
    }

    /// <summary>The paragraph's own properties, then those of its styles.</summary>
    public IEnumerable<XElement> ParagraphProperties(XElement? own) =>
        Own(own).Concat(Chain(own.Value("pStyle") ?? defaultParagraphStyle).Select(style => style.Child("pPr")).OfType<XElement>());

    /// <summary>A run's own properties, then those of its character style, the paragraph's style and the document.</summary>
    public IEnumerable<XElement> RunProperties(XElement? own, XElement? paragraph) =>
        Own(own)
            .Concat(Chain(own.Value("rStyle")).Select(style => style.Child("rPr")).OfType<XElement>())
            .Concat(Chain(paragraph.Value("pStyle") ?? defaultParagraphStyle).Select(style => style.Child("rPr")).OfType<XElement>())
            .Concat(Own(defaultRun));

    private static IEnumerable<XElement> Own(XElement? element) => element is null ? [] : [element];
}
