using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NamRo.Ui.Status;

namespace NamRo.Ui.Maps;

/// <summary>What a map says of one area.</summary>
/// <param name="Name">The area.</param>
/// <param name="Standing">The word of its standing; a colour never speaks alone.</param>
/// <param name="Value">The figure, as people write it; null: none is known.</param>
/// <param name="Href">The page of the area.</param>
public sealed record MapFact(string Name, StatusTone Tone, string Standing, string? Value, string Href);

/// <summary>
/// <c>&lt;ui-map label="..." outlines="..." facts="..." /&gt;</c>: a map drawn by the server, without tiles and without script. Each area
/// is a link that says its name, figure and standing; put the table of the same figures beside it.
/// </summary>
[HtmlTargetElement("ui-map", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MapTagHelper : UiTagHelper
{
    /// <summary>What the map shows.</summary>
    public string Label { get; set; } = "";

    public MapOutlines Outlines { get; set; } = null!;

    /// <summary>By the key of the outline; areas without a fact are drawn as ground.</summary>
    public IReadOnlyDictionary<string, MapFact> Facts { get; set; } = new Dictionary<string, MapFact>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "map");
        var drawing = Element("svg", null).With("role", "group").With("aria-label", Label)
            .With("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {MapOutlines.Width} {Outlines.Height}"));
        foreach (var area in Outlines.Areas)
        {
            drawing.InnerHtml.AppendHtml(Facts.TryGetValue(area.Code, out var fact) ? Known(area, fact) : Shape(area, "ground"));
        }

        output.Content.AppendHtml(drawing).AppendHtml(Legend());
    }

    private static TagBuilder Known(MapOutline area, MapFact fact)
    {
        var words = $"{fact.Name}: {(fact.Value is null ? "" : fact.Value + ", ")}{fact.Standing}";
        var link = Element("a", fact.Tone.CssClass()).With("href", fact.Href).With("aria-label", words);
        link.InnerHtml.AppendHtml(Element("title", null, words)).AppendHtml(Shape(area, null));
        if (fact.Value is not null && area.HasRoom)
        {
            link.InnerHtml.AppendHtml(Element("text", null, fact.Value).With("aria-hidden", "true")
                .With("x", area.X.ToString(CultureInfo.InvariantCulture)).With("y", area.Y.ToString(CultureInfo.InvariantCulture)));
        }

        return link;
    }

    private static TagBuilder Shape(MapOutline area, string? css) => Element("path", css).With("d", area.Path);

    private TagBuilder Legend()
    {
        var legend = Element("figcaption", "legend");
        foreach (var group in Facts.Values.GroupBy(fact => (fact.Tone, fact.Standing)).OrderByDescending(group => group.Count()))
        {
            legend.InnerHtml.AppendHtml(Element("span", null, Element("span", "swatch " + group.Key.Tone.CssClass()),
                $"{group.Key.Standing} ", Element("b", null, group.Count().ToString("N0", CultureInfo.CurrentCulture))));
        }

        return legend;
    }
}
