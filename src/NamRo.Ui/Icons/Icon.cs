using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace NamRo.Ui.Icons;

/// <summary>An icon of the sprite as markup: <c>&lt;svg&gt;&lt;use&gt;</c>, hidden from screen readers unless it has a label.</summary>
internal sealed class Icon(string name, HttpContext context, string? label = null) : IHtmlContent
{
    private const string SpritePath = "_content/NamRo.Ui/lib/icons.svg";

    private readonly string href = $"{UiAsset.Url(context, SpritePath)}#{IconNames.Checked(name)}";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var meaning = label is null ? "aria-hidden=\"true\"" : $"role=\"img\" aria-label=\"{encoder.Encode(label)}\"";
        writer.Write($"<svg class=\"icon\" {meaning} focusable=\"false\"><use href=\"{href}\"></use></svg>");
    }
}

/// <summary>Addresses of built assets: fingerprinted where the host maps static assets, so that browsers keep them for a year.</summary>
internal static class UiAsset
{
    internal static string Url(HttpContext context, string path)
    {
        var known = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{known?[path] ?? path}";
    }
}
