using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Lists;

/// <summary>
/// <c>&lt;ui-filter name="trang-thai" label="Trạng thái" options="..." /&gt;</c>: one condition. With options it is a choice, without it
/// is text to look for.
/// </summary>
[HtmlTargetElement("ui-filter", ParentTag = "ui-filters", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FilterTagHelper : UiTagHelper
{
    /// <summary>Name in the address.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>The choices; the first, empty one ("tất cả") is added.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(context);
        var chosen = (ChosenFilters)context.Items[typeof(ChosenFilters)];
        var value = chosen.Query[Name];
        var id = "filter-" + Name;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Options is null ? "field wide" : "field");
        output.Content.AppendHtml(Element("label", null, Label).With("for", id));
        var choices = Options?.ToList();
        output.Content.AppendHtml((choices is null ? Text(value) : Choice(choices, value)).With("id", id).With("name", Name));
        if (value is not null)
            chosen.Labels.Add((Name, $"{Label}: {choices?.Find(choice => choice.Value == value)?.Text ?? value}"));
    }

    private static TagBuilder Text(string? value)
    {
        var input = Element("input", "form-control").With("type", "search").With("value", value);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }

    private TagBuilder Choice(List<SelectListItem> choices, string? value)
    {
        var select = Element("select", "form-select");
        foreach (var choice in choices.Prepend(new SelectListItem(Words["tất cả"], "")))
        {
            var selected = choice.Value == (value ?? "") ? "" : null;
            select.InnerHtml.AppendHtml(Element("option", null, choice.Text).With("value", choice.Value).With("selected", selected));
        }
        return select;
    }
}
