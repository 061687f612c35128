using Microsoft.AspNetCore.Http;

namespace NamRo.Ui;

/// <summary>Other hosts the pages may talk to, from the installation's settings; none by default.</summary>
public sealed class ContentPolicyOptions
{
    /// <summary>Where a form may lead, such as the sign-in service of the city: <c>https://host</c>.</summary>
    public IList<string> FormTargets { get; } = [];

    /// <summary>Where map tiles and pictures come from.</summary>
    public IList<string> ImageSources { get; } = [];
}

/// <summary>
/// What a page of ours may load and do: its own files, nothing inline, no frame around it. Styles are files too, so that injected markup
/// can neither run nor restyle anything. <c>data:</c> images are the small shapes inside Tabler's style sheet; <c>blob:</c> is for
/// previews and the map's worker.
/// </summary>
internal sealed class ContentPolicy(ContentPolicyOptions options)
{
    private readonly string policy = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
        + "; worker-src 'self' blob:"
        + Directive("img-src 'self' data: blob:", options.ImageSources)
        + Directive("connect-src 'self'", options.ImageSources)
        + Directive("form-action 'self'", options.FormTargets);

    internal void AddTo(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    // A separator inside a setting would open a directive of its own.
    private static string Directive(string own, IEnumerable<string> others) =>
        "; " + string.Join(' ', others.Where(source => source.AsSpan().IndexOfAny(";, \r\n") < 0).Prepend(own));
}
