using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Icons;

/// <summary><c>&lt;ui-icon name="bell" /&gt;</c>: an icon of the sprite; give <c>label</c> only if no word stands beside it.</summary>
[HtmlTargetElement("ui-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Tabler's name, listed in <c>assets/icons.json</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What a screen reader says; null hides the icon from it.</summary>
    public string? Label { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(new Icon(Name, ViewContext.HttpContext, Label));
    }
}
