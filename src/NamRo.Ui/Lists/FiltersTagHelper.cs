using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Lists;

/// <summary>
/// <c>&lt;ui-filters query="Model.Query"&gt;</c> around <c>&lt;ui-filter&gt;</c>: the address holds the filter, so that it can be sent,
/// saved and gone back to. What is chosen stands below as chips that take it away again. Put exports into <c>&lt;ui-export&gt;</c>.
/// </summary>
[HtmlTargetElement("ui-filters")]
public sealed class FiltersTagHelper : UiTagHelper
{
    public ListQuery Query { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(context);
        var chosen = new ChosenFilters(Query);
        context.Items[typeof(ChosenFilters)] = chosen;
        var fields = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("filters");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", Words["Lọc danh sách"]);
        output.Attributes.SetAttribute("data-auto-submit", "");
        output.Content.SetHtmlContent(fields);
        foreach (var (name, value) in Query.SortPair())
            output.Content.AppendHtml(Hidden(name, value));
        output.Content.AppendHtml(Element("div", "actions", Element("button", "btn", Icon("filter"), Words["Lọc"].Value)));
        if (chosen.Labels.Count > 0)
            output.PostElement.SetHtmlContent(Chips(chosen));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var field = Element("input", null).With("type", "hidden").With("name", name).With("value", value);
        field.TagRenderMode = TagRenderMode.SelfClosing;
        return field;
    }

    private TagBuilder Chips(ChosenFilters chosen)
    {
        var list = Element("ul", "chosen").With("aria-label", Words["Đang lọc theo"]);
        foreach (var (name, label) in chosen.Labels)
            list.InnerHtml.AppendHtml(Element("li", null, Chip(Query.With(name, null), label, Words["Bỏ điều kiện này"].Value)));
        if (chosen.Labels.Count > 1)
            list.InnerHtml.AppendHtml(Element("li", null, Chip(Query.WithoutFilters(), Words["Bỏ tất cả"].Value, null)));
        return list;
    }

    private TagBuilder Chip(string href, string label, string? title) =>
        Element("a", null, label, Icon("x")).With("href", href).With("title", title);
}

/// <summary>What the filters inside a form found set; filled by them, drawn by the form.</summary>
internal sealed class ChosenFilters(ListQuery query)
{
    internal ListQuery Query { get; } = query;

    internal List<(string Name, string Label)> Labels { get; } = [];
}
