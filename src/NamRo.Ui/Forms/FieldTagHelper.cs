using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Forms;

/// <summary>
/// <c>&lt;ui-field for="Input.Name" hint="..." /&gt;</c>: label, hint, control and error of one property, tied together for screen
/// readers. The label is the property's <c>[Display(Name)]</c>; what the person typed stays after an invalid post. Attributes the helper
/// does not know (placeholder, autocomplete, rows, data-...) go to the control.
/// </summary>
[HtmlTargetElement("ui-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : UiTagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>Another label than the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>How to fill it in, shown under the control, so that controls in a row stay level.</summary>
    public string? Hint { get; set; }

    public FieldKind Kind { get; set; }

    /// <summary>Choices of Select, Radios and Checkboxes.</summary>
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>Hides "(không bắt buộc)", for filters and for fields that always have a value.</summary>
    public bool HideOptional { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var control = new FieldControl(For, ViewContext, Kind, Options.ToList());
        var describedBy = new List<string>();
        var hint = Part("p", "hint", Hint, control.Id + "-hint", describedBy);
        var error = Error(control, describedBy);
        control.NothingChosen = Words["Chọn…"];
        control.DescribedBy = describedBy.Count == 0 ? null : string.Join(' ', describedBy);
        control.Extra = output.Attributes.Where(attribute => attribute.Name != "class").ToList();
        var cssClass = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.Clear();
        output.TagName = control.IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", cssClass is null ? "field" : $"field {cssClass}");
        Arrange(output.Content, control, hint, error);
    }

    private void Arrange(TagHelperContent content, FieldControl control, TagBuilder? hint, TagBuilder? error)
    {
        var label = LabelOf(control);
        if (control.Kind == FieldKind.Checkbox)
            content.AppendHtml(Element("div", "choice", control.Build(), label)).AppendHtml(hint);
        else
            content.AppendHtml(label).AppendHtml(control.Build()).AppendHtml(hint);
        content.AppendHtml(error);
    }

    private TagBuilder LabelOf(FieldControl control)
    {
        var text = Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? "";
        var isOptional = !HideOptional && !For.Metadata.IsRequired && control.Kind != FieldKind.Checkbox;
        var optional = isOptional ? Element("span", "optional", " ", Words["(không bắt buộc)"].Value) : null;
        return control.IsGroup ? Element("legend", null, text, optional) : Element("label", null, text, optional).With("for", control.Id);
    }

    private TagBuilder? Error(FieldControl control, List<string> describedBy)
    {
        if (control.ErrorMessage is not { } message)
            return null;
        var id = control.Id + "-error";
        describedBy.Add(id);
        return Element("p", "error", Icon("alert-circle"), Element("span", null, message)).With("id", id);
    }

    private static TagBuilder? Part(string tag, string cssClass, string? text, string id, List<string> describedBy)
    {
        if (text is null)
            return null;
        describedBy.Add(id);
        return Element(tag, cssClass, text).With("id", id);
    }
}
