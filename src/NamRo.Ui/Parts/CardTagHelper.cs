using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>
/// <c>&lt;ui-card title symbol more-text more-href&gt;</c>: a white card; the link at its right leads to all rows behind it.
/// </summary>
[HtmlTargetElement("ui-card")]
public sealed class CardTagHelper : UiTagHelper
{
    private static readonly object CounterKey = new();

    public string? Title { get; set; }

    public string? Symbol { get; set; }

    public string? MoreText { get; set; }

    public string? MoreHref { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("card");
        if (Title is null)
            return;
        var id = NextId();
        output.Attributes.SetAttribute("aria-labelledby", id);
        var header = Element("header", null, Symbol is null ? null : Icon(Symbol), Element("h2", null, Title).With("id", id));
        if (MoreHref is not null)
            header.InnerHtml.AppendHtml(Element("a", "more", MoreText ?? Words["tất cả"].Value, " →").With("href", MoreHref));
        output.PreContent.SetHtmlContent(header);
    }

    /// <summary>The framework's own id is that of the element in the view: the same for every card of a loop.</summary>
    private string NextId()
    {
        var items = ViewContext.HttpContext.Items;
        var number = items[CounterKey] is int last ? last + 1 : 1;
        items[CounterKey] = number;
        return "card-" + number.ToString(CultureInfo.InvariantCulture);
    }
}
