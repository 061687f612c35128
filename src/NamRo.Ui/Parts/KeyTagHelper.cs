using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>
/// <c>&lt;button ui-key="E"&gt;Sửa&lt;/button&gt;</c>: the key stands on the control and presses it, unless the person is typing. Works
/// on links and inputs too; combinations are written <c>Ctrl+K</c>, <c>Shift+Enter</c>.
/// </summary>
[HtmlTargetElement("a", Attributes = AttributeName)]
[HtmlTargetElement("button", Attributes = AttributeName)]
public sealed class KeyTagHelper : UiTagHelper
{
    private const string AttributeName = "ui-key";

    [HtmlAttributeName(AttributeName)]
    public string Key { get; set; } = "";

    /// <summary>As it stands on the keyboard.</summary>
    private string Shown => Key.Replace("ArrowUp", "↑", StringComparison.Ordinal).Replace("ArrowDown", "↓", StringComparison.Ordinal)
        .Replace("ArrowLeft", "←", StringComparison.Ordinal).Replace("ArrowRight", "→", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute("data-key", Key);
        output.Attributes.SetAttribute("aria-keyshortcuts", Key.Replace("Ctrl", "Control", StringComparison.Ordinal));
        output.PostContent.AppendHtml(Element("kbd", null, Shown).With("aria-hidden", "true"));
    }
}
