using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>
/// <c>&lt;ui-dialog id="..." title="..."&gt;</c>, opened by <c>&lt;a href="page-with-the-same" data-opens="id"&gt;</c>: without script
/// the link leads to the page.
/// </summary>
[HtmlTargetElement("ui-dialog")]
public sealed class DialogTagHelper : UiTagHelper
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dialog";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", Id + "-title");
        var close = Element("button", "icon-button", Icon("x", Words["Đóng"])).With("type", "button").With("data-closes", "");
        output.PreContent.SetHtmlContent(Element("header", null, Element("h2", null, Title).With("id", Id + "-title"), close));
    }
}
