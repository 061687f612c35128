using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Lists;

/// <summary><c>&lt;th ui-sort="name" query="Model.Query"&gt;Tên&lt;/th&gt;</c>: a column head that sorts the list by its address.</summary>
[HtmlTargetElement("th", Attributes = AttributeName)]
public sealed class SortTagHelper : UiTagHelper
{
    private const string AttributeName = "ui-sort";

    /// <summary>Name of the column in the address.</summary>
    [HtmlAttributeName(AttributeName)]
    public string Column { get; set; } = "";

    public ListQuery Query { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var isSorted = Query.Sort == Column;
        output.Attributes.SetAttribute("scope", "col");
        if (isSorted)
            output.Attributes.SetAttribute("aria-sort", Query.IsDescending ? "descending" : "ascending");
        var link = Element("a", null).With("href", Query.SortedBy(Column)).With("rel", "nofollow");
        output.PreContent.SetHtmlContent(link.RenderStartTag());
        var icon = (isSorted, Query.IsDescending) switch
        {
            (true, true) => "arrow-down",
            (true, false) => "arrow-up",
            _ => "arrows-sort",
        };
        output.PostContent.SetHtmlContent(Icon(icon)).AppendHtml(link.RenderEndTag());
    }
}
