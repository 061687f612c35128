using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Lists;

/// <summary><c>&lt;ui-pager rows="Model.Rows" query="Model.Query" /&gt;</c>: previous and next page by key.</summary>
[HtmlTargetElement("ui-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : UiTagHelper
{
    public IKeysetPage Rows { get; set; } = null!;

    public ListQuery Query { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager");
        output.Attributes.SetAttribute("aria-label", Words["Các trang của danh sách"]);
        output.Content.AppendHtml(Element("p", null,
            Words["{0} dòng trên trang này", Rows.Count.ToString("N0", CultureInfo.CurrentCulture)].Value));
        if (Rows.Before is { } before)
            output.Content.AppendHtml(Link(Query.UpToCursor(before), "prev", Icon("chevron-left"), Words["Trang trước"].Value));
        if (Rows.After is { } after)
            output.Content.AppendHtml(Link(Query.FromCursor(after), "next", Words["Trang sau"].Value, Icon("chevron-right")));
    }

    private static TagBuilder Link(string href, string relation, params object[] content) =>
        Element("a", "btn", content).With("href", href).With("rel", relation);
}
