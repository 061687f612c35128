using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Forms;

/// <summary>
/// <c>&lt;ui-errors /&gt;</c> at the top of a form: all messages in the order of the properties, each a link to its field; gets the focus
/// after an invalid post.
/// </summary>
[HtmlTargetElement("ui-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : UiTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var items = Element("ul", null);
        foreach (var (name, entry) in ViewContext.ModelState.OrderBy(pair => Position(pair.Key)))
        {
            foreach (var error in entry!.Errors)
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

    // Position of "Input.Name" among the properties of the page's Input; messages of the whole form come first.
    private int Position(string name)
    {
        ModelMetadata? owner = ViewContext.ViewData.ModelMetadata;
        var position = -1;
        foreach (var part in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var properties = owner?.Properties.ToList() ?? [];
            position = properties.FindIndex(property => property.PropertyName == part);
            owner = position < 0 ? null : properties[position];
        }
        return position;
    }
}
