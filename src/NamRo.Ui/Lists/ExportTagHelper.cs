using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Lists;

/// <summary>
/// <c>&lt;ui-export path="/nhiem-vu/xuat" query="Model.Query" /&gt;</c>: takes what the list shows (same filters, same order, all pages)
/// as XLSX or CSV: <c>GET path?...&amp;dang=xlsx</c>.
/// </summary>
[HtmlTargetElement("ui-export", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExportTagHelper : UiTagHelper
{
    private static readonly (string Format, string Title, string Icon)[] Formats =
        [("xlsx", "Excel (XLSX)", "file-spreadsheet"), ("csv", "CSV", "file-type-csv")];

    public string Path { get; set; } = "";

    public ListQuery Query { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("menu");
        var items = Element("div", "menu-items");
        foreach (var (format, title, icon) in Formats)
        {
            var link = Element("a", null, Icon(icon), title).With("href", Query.At(Path, "dang", format));
            items.InnerHtml.AppendHtml(link.With("data-turbo", "false"));
        }
        output.Content.SetHtmlContent(Element("summary", "btn", Icon("table-export"), Words["Xuất"].Value)).AppendHtml(items);
    }
}
