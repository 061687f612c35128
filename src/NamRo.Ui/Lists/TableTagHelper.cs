using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Lists;

/// <summary>
/// <c>&lt;ui-table label="..." &gt;&lt;thead&gt;...&lt;/ui-table&gt;</c>: a table that scrolls inside its own frame and, unless
/// <c>is-wide</c>, turns into cards on a phone; then each cell needs <c>data-label</c>.
/// </summary>
[HtmlTargetElement("ui-table")]
public sealed class TableTagHelper : UiTagHelper
{
    /// <summary>Name of the table for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <summary>Keeps its columns on a phone and scrolls sideways.</summary>
    public bool IsWide { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(IsWide ? "rows-table" : "rows-table stacks");
        output.Attributes.SetAttribute("aria-label", Label);
        // The table often bears the name of the card around it; of two regions with one name a reader could not tell which is which.
        var frame = Element("div", "table-scroll").With("role", "region").With("aria-label", Words["Khung bảng: {0}", Label].Value)
            .With("tabindex", "0");
        output.PreElement.SetHtmlContent(frame.RenderStartTag());
        output.PostElement.SetHtmlContent(frame.RenderEndTag());
    }
}
