using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Status;

/// <summary><c>&lt;ui-status tone="Late"&gt;Quá hạn 12 ngày&lt;/ui-status&gt;</c>: colour, icon and word together.</summary>
[HtmlTargetElement("ui-status")]
public sealed class StatusTagHelper : UiTagHelper
{
    public StatusTone Tone { get; set; }

    /// <summary>Another icon than the tone's own.</summary>
    public string? Symbol { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass($"status {Tone.CssClass()}");
        output.PreContent.SetHtmlContent(Icon(Symbol ?? Tone.IconName())).AppendHtml("<span>");
        output.PostContent.SetHtmlContent("</span>");
    }
}
