using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NamRo.Ui.Status;

namespace NamRo.Ui.Parts;

/// <summary><c>&lt;ui-tabs label="..."&gt;</c> around <c>&lt;ui-tab&gt;</c>: views of one thing, each with its own address.</summary>
[HtmlTargetElement("ui-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    /// <summary>Name of the group for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("tabs");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary><c>&lt;ui-tab href count is-current&gt;Nhiệm vụ&lt;/ui-tab&gt;</c></summary>
[HtmlTargetElement("ui-tab", ParentTag = "ui-tabs")]
public sealed class TabTagHelper : UiTagHelper
{
    public string Href { get; set; } = "";

    public bool IsCurrent { get; set; }

    /// <summary>Rows behind the tab; null shows no figure.</summary>
    public int? Count { get; set; }

    /// <summary>Set when the rows wait for somebody.</summary>
    public StatusTone CountTone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        if (IsCurrent)
            output.Attributes.SetAttribute("aria-current", "page");
        if (Count is { } count)
            output.PostContent.SetContent(" ").AppendHtml(Element("span", CssClass(), count.ToString("N0", CultureInfo.CurrentCulture)));
    }

    private string CssClass() => CountTone == StatusTone.Neutral ? "number" : $"status {CountTone.CssClass()}";
}
