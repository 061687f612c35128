using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>
/// <c>&lt;ui-drop-zone name="Files" label hint accept multiple /&gt;</c>: a file input that also takes dropped and pasted files. The server
/// checks kind and size again; <c>accept</c> only helps the person.
/// </summary>
[HtmlTargetElement("ui-drop-zone", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DropZoneTagHelper : UiTagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        var input = Element("input", null).With("type", "file").With("id", id).With("name", Name);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        foreach (var attribute in output.Attributes)
            input.With(attribute.Name, attribute.Value?.ToString() ?? "");
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var zone = Element("div", "drop-zone", Icon("cloud-upload"), Hints(input, id), input,
            Element("ul", null).With("aria-live", "polite"));
        output.Content.AppendHtml(Element("label", null, Label).With("for", id)).AppendHtml(zone).AppendHtml(Error(input, id));
    }

    private TagBuilder? Hints(TagBuilder input, string id)
    {
        if (Hint is null)
            return null;
        input.With("aria-describedby", id + "-hint");
        return Element("p", "hint", Hint).With("id", id + "-hint");
    }

    private TagBuilder? Error(TagBuilder input, string id)
    {
        if (!ViewContext.ModelState.TryGetValue(Name, out var state) || state.Errors.Count == 0)
            return null;
        input.With("aria-invalid", "true").With("aria-errormessage", id + "-error");
        return Element("p", "error", Icon("alert-circle"), Element("span", null, state.Errors[0].ErrorMessage)).With("id", id + "-error");
    }
}
