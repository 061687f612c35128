using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>
/// <c>&lt;ui-state symbol="inbox" title="Chưa có kế hoạch"&gt;next step&lt;/ui-state&gt;</c>: what stands where rows would stand (nothing
/// yet, nothing found, not allowed, failed). The content says what is safe and what to do next.
/// </summary>
[HtmlTargetElement("ui-state")]
public sealed class StateTagHelper : UiTagHelper
{
    public string Symbol { get; set; } = "inbox";

    public string Title { get; set; } = "";

    /// <summary>Whether the title is the page's own (an error page): then it is the h1.</summary>
    public bool IsPage { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("state");
        output.PreContent.SetHtmlContent(Icon(Symbol)).AppendHtml(Element(IsPage ? "h1" : "h2", null, Title));
    }
}
