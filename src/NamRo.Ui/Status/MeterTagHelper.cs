using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Status;

/// <summary>
/// <c>&lt;ui-meter percent="81" tone="AtRisk" label="Cập nhật tháng 11" /&gt;</c>: a share as a bar; the figure stands beside it.
/// </summary>
[HtmlTargetElement("ui-meter", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterTagHelper : UiTagHelper
{
    /// <summary>0 to 100; values outside are drawn at the edge.</summary>
    public decimal Percent { get; set; }

    public StatusTone Tone { get; set; } = StatusTone.InProgress;

    /// <summary>What is measured, for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var percent = Math.Clamp(Percent, 0, 100).ToString("0.###", CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass($"meter {Tone.CssClass()}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"{Label}: {Percent.ToString("0.##", CultureInfo.CurrentCulture)}%");
        output.Content.AppendHtml(Element("rect", null).With("width", percent + "%").With("height", "100%").With("rx", "6"));
    }
}
