using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NamRo.Ui.Icons;

namespace NamRo.Ui;

/// <summary>What the tag helpers of the house share: the request, the words of the interface and the icons.</summary>
public abstract class UiTagHelper : TagHelper
{
    private IStringLocalizer<UiText>? words;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private protected IStringLocalizer<UiText> Words =>
        words ??= ViewContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<UiText>>();

    private protected IHtmlContent Icon(string name, string? label = null) => new Icon(name, ViewContext.HttpContext, label);

    /// <summary>Builds an element with one class and the given children (text is encoded, markup is not).</summary>
    private protected static TagBuilder Element(string name, string? cssClass, params object?[] children)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
            element.AddCssClass(cssClass);
        foreach (var child in children)
            Append(element.InnerHtml, child);
        return element;
    }

    private static void Append(IHtmlContentBuilder target, object? child)
    {
        if (child is IHtmlContent markup)
            target.AppendHtml(markup);
        else if (child is not null)
            target.Append(child.ToString()!);
    }
}

internal static class TagBuilderAttributes
{
    /// <summary>Sets an attribute; a null value leaves it out.</summary>
    internal static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
            element.Attributes[name] = value;
        return element;
    }
}

internal static class TagHelperOutputClass
{
    /// <summary>Puts the house's class before the classes the page gave.</summary>
    internal static void AddClass(this TagHelperOutput output, string cssClass)
    {
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", given is null ? cssClass : $"{cssClass} {given}");
    }
}
