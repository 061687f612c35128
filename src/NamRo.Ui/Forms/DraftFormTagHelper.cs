using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Forms;

/// <summary>
/// <c>&lt;form method="post" ui-draft="create-unit"&gt;</c>: what is typed survives a reload until it is saved, leaving with unsaved
/// changes asks first, and the browser's own (foreign-language) validation bubbles are off because the server answers in Vietnamese.
/// </summary>
[HtmlTargetElement("form", Attributes = AttributeName)]
public sealed class DraftFormTagHelper : UiTagHelper
{
    private const string AttributeName = "ui-draft";

    /// <summary>Name of the form, unique on its page.</summary>
    [HtmlAttributeName(AttributeName)]
    public string Draft { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute("data-draft", Draft);
        output.Attributes.SetAttribute("data-guard", "");
        output.Attributes.SetAttribute("novalidate", "");
        var discard = Element("button", null, Words["Bỏ bản nháp"].Value).With("type", "button");
        var note = Element("p", "draft-note", Words["Đã lấy lại bản nháp lúc"].Value, " ", Element("time", null), ". ", discard);
        output.PreContent.AppendHtml(note.With("data-draft-note", "").With("hidden", "").With("role", "status"));
    }
}
