using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>
/// <c>&lt;ui-job title done total step is-running /&gt;</c>: long work that can be left and found again. Put it in a
/// <c>&lt;turbo-frame id src&gt;</c>: while it runs the frame loads itself again. Its content is the actions (cancel, open the result).
/// </summary>
[HtmlTargetElement("ui-job")]
public sealed class JobTagHelper : UiTagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Units of work finished.</summary>
    public int Done { get; set; }

    /// <summary>Units in all; 0 when not known yet.</summary>
    public int Total { get; set; }

    /// <summary>What is being done now, such as "Đang đọc trang 12 trên 40".</summary>
    public string? Step { get; set; }

    public bool IsRunning { get; set; }

    /// <summary>Seconds until the frame asks again.</summary>
    public int RefreshSeconds { get; set; } = 2;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("job");
        if (IsRunning)
            output.Attributes.SetAttribute("data-refresh-seconds", RefreshSeconds.ToString(CultureInfo.InvariantCulture));
        var bar = Element("progress", null).With("aria-label", Title);
        if (Total > 0)
            bar.With("max", Number(Total)).With("value", Number(Math.Clamp(Done, 0, Total)));
        var percent = Total > 0 ? Element("span", "number", $"{100L * Done / Total}%") : null;
        output.Content.SetHtmlContent(Element("div", "line", Element("b", null, Title), percent)).AppendHtml(bar);
        output.Content.AppendHtml(Element("div", "line", Element("span", "soft", Step).With("role", "status"),
            Element("div", "actions", actions)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
