using Microsoft.AspNetCore.Http;

namespace NamRo.Ui;

/// <summary>
/// What a page of ours may load and do: its own files, nothing inline, no frame around it. Styles are files too, so that injected markup can
/// neither run nor restyle anything. <c>data:</c> images are the small shapes inside Tabler's style sheet; <c>blob:</c> is for previews and
/// the map's worker.
/// </summary>
internal static class ContentPolicy
{
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    internal static void AddTo(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
