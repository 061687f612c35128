using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NamRo.Ui.Status;

namespace NamRo.Ui.Flash;

/// <summary><c>&lt;ui-flash /&gt;</c>: where the layout shows what <see cref="FlashPageModel.Tell"/> kept for this page.</summary>
[HtmlTargetElement("ui-flash", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FlashTagHelper(IAntiforgery antiforgery) : UiTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (FlashMessage.Take(ViewContext.TempData) is not { } message)
            return;
        var notice = Element("div", $"notice {message.Tone.CssClass()}", Icon(message.Tone.IconName()), Element("p", null, message.Text));
        if (message.UndoAction is not null)
            notice.InnerHtml.AppendHtml(Undo(message.UndoAction));
        output.Content.SetHtmlContent(notice.With("role", "status"));
    }

    private TagBuilder Undo(string action)
    {
        var token = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        var field = Element("input", null).With("type", "hidden").With("name", token.FormFieldName).With("value", token.RequestToken);
        field.TagRenderMode = TagRenderMode.SelfClosing;
        var button = Element("button", "btn", Icon("arrow-back-up"), Words["Hoàn tác"].Value);
        return Element("form", "actions", field, button).With("method", "post").With("action", action);
    }
}
