using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Status;

/// <summary>A part of a stacked bar.</summary>
/// <param name="Name">The word in the legend.</param>
/// <param name="Count">How many, 0 or more.</param>
/// <param name="Tone">Colour.</param>
/// <param name="Href">The rows behind the number: every number is a door.</param>
public sealed record StackPart(string Name, int Count, StatusTone Tone, string? Href = null);

/// <summary><c>&lt;ui-stack-bar parts="..." /&gt;</c>: one bar divided by standing, with a legend whose numbers are links.</summary>
[HtmlTargetElement("ui-stack-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StackBarTagHelper : UiTagHelper
{
    public IReadOnlyList<StackPart> Parts { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.AppendHtml(Bar()).AppendHtml(Legend());
    }

    // The legend says the same in words, so the drawing itself is hidden from screen readers.
    private TagBuilder Bar()
    {
        var bar = Element("svg", "stack-bar").With("aria-hidden", "true").With("preserveAspectRatio", "none");
        var total = Math.Max(1, Parts.Sum(part => part.Count));
        var start = 0m;
        foreach (var part in Parts.Where(part => part.Count > 0))
        {
            var width = 100m * part.Count / total;
            bar.InnerHtml.AppendHtml(Element("rect", part.Tone.CssClass())
                .With("x", Percent(start)).With("width", Percent(width)).With("height", "100%"));
            start += width;
        }
        return bar;
    }

    private TagBuilder Legend()
    {
        var list = Element("ul", "legend");
        foreach (var part in Parts)
        {
            var swatch = Element("span", $"swatch {part.Tone.CssClass()}");
            var count = Element("b", null, part.Count.ToString("N0", CultureInfo.CurrentCulture));
            var line = part.Href is null ? Element("span", null) : Element("a", null).With("href", part.Href);
            line.InnerHtml.AppendHtml(swatch).Append(part.Name + " ").AppendHtml(count);
            list.InnerHtml.AppendHtml(Element("li", null, line));
        }
        return list;
    }

    private static string Percent(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
