using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Parts;

/// <summary>A step of the path to the current page.</summary>
public sealed record Crumb(string Title, string Href);

/// <summary>
/// <c>&lt;ui-page-header title lead crumbs&gt;</c>: the page's h1, a grey line of context, the path; its content is the actions.
/// </summary>
[HtmlTargetElement("ui-page-header")]
public sealed class PageHeaderTagHelper : UiTagHelper
{
    public string Title { get; set; } = "";

    /// <summary>What the figures refer to, such as the date of the data.</summary>
    public string? Lead { get; set; }

    /// <summary>The pages above this one, from the outermost.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var actions = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] ??= Title;
        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("page-header");
        var titles = Element("div", "titles", Path(), Element("h1", null, Title));
        if (Lead is not null)
            titles.InnerHtml.AppendHtml(Element("p", null, Lead));
        output.Content.SetHtmlContent(titles);
        if (!actions.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Element("div", "actions", actions));
    }

    private TagBuilder? Path()
    {
        if (Crumbs.Count == 0)
            return null;
        var steps = Element("ol", null);
        foreach (var crumb in Crumbs)
            steps.InnerHtml.AppendHtml(Element("li", null, Element("a", null, crumb.Title).With("href", crumb.Href)));
        return Element("nav", "breadcrumbs", steps).With("aria-label", Words["Đường dẫn"]);
    }
}
