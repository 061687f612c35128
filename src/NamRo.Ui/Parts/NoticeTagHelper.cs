using Microsoft.AspNetCore.Razor.TagHelpers;
using NamRo.Ui.Status;

namespace NamRo.Ui.Parts;

/// <summary><c>&lt;ui-notice tone="AtRisk"&gt;</c>: a remark in the page that stays; for the outcome of an act see <c>Tell</c>.</summary>
[HtmlTargetElement("ui-notice")]
public sealed class NoticeTagHelper : UiTagHelper
{
    public StatusTone Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass($"notice {Tone.CssClass()}");
        output.PreContent.SetHtmlContent(Icon(Tone.IconName())).AppendHtml("<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
