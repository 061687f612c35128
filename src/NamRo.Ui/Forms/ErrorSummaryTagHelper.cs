using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Forms;

/// <summary><c>&lt;ui-errors /&gt;</c> at the top of a form: all messages, each a link to its field; gets the focus after an invalid post.</summary>
[HtmlTargetElement("ui-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : UiTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var items = Element("ul", null);
        foreach (var (name, entry) in ViewContext.ModelState)
        {
            foreach (var error in entry.Errors)
                items.InnerHtml.AppendHtml(Element("li", null, Item(name, error.ErrorMessage)));
        }
        if (!items.HasInnerHtml)
            return;
        var title = Element("h2", null, Words["Chưa lưu. Những chỗ cần sửa:"].Value);
        output.Content.SetHtmlContent(Element("div", "error-summary", title, items).With("role", "alert").With("tabindex", "-1"));
    }

    private static TagBuilder Item(string name, string message) => name.Length == 0
        ? Element("span", null, message)
        : Element("a", null, message).With("href", "#" + TagBuilder.CreateSanitizedId(name, "_"));
}
