using Microsoft.AspNetCore.Razor.TagHelpers;
using NamRo.Ui.Status;

namespace NamRo.Ui.Parts;

/// <summary>The five things a commitment must say clearly (năm rõ).</summary>
public enum ClearKind
{
    /// <summary>Rõ người: who directs or carries out.</summary>
    Person,

    /// <summary>Rõ trách nhiệm: lead and co-operating units.</summary>
    Responsibility,

    /// <summary>Rõ thời gian: the deadline as understood.</summary>
    Time,

    /// <summary>Rõ kết quả: the output.</summary>
    Result,

    /// <summary>Rõ việc: what is to be done.</summary>
    Work,
}

/// <summary><c>&lt;dl class="clears"&gt;</c> around <c>&lt;ui-clear&gt;</c>: the form of a commitment.</summary>
[HtmlTargetElement("ui-clears")]
public sealed class ClearsTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("clears");
    }
}

/// <summary><c>&lt;ui-clear kind="Time" tone="Done" verdict="đã hiểu"&gt;Quý II/2026 → 30/6/2026&lt;/ui-clear&gt;</c></summary>
[HtmlTargetElement("ui-clear", ParentTag = "ui-clears")]
public sealed class ClearTagHelper : UiTagHelper
{
    public ClearKind Kind { get; set; }

    /// <summary>How sure the reading is.</summary>
    public StatusTone Tone { get; set; }

    /// <summary>The same in words; none shows no badge. An attribute that is null in the view arrives here as "".</summary>
    public string? Verdict { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (icon, title) = Look();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Tone is StatusTone.AtRisk or StatusTone.Late or StatusTone.NoData)
            output.AddClass("doubtful");
        output.PreContent.AppendHtml(Element("dt", null, Icon(icon), " ", title)).AppendHtml("<dd>");
        var verdict = string.IsNullOrWhiteSpace(Verdict)
            ? null
            : Element("span", $"status {Tone.CssClass()}", Icon(Tone.IconName()), Element("span", null, Verdict));
        output.PostContent.AppendHtml("</dd>").AppendHtml(Element("dd", "verdict", verdict));
    }

    private (string Icon, string Title) Look() => Kind switch
    {
        ClearKind.Person => ("user", Words["Rõ người"].Value),
        ClearKind.Responsibility => ("building", Words["Rõ trách nhiệm"].Value),
        ClearKind.Time => ("calendar", Words["Rõ thời gian"].Value),
        ClearKind.Result => ("package", Words["Rõ kết quả"].Value),
        _ => ("list-check", Words["Rõ việc"].Value),
    };
}
