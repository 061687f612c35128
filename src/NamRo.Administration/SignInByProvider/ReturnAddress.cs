using Microsoft.AspNetCore.Http;

namespace NamRo.Administration;

/// <summary>The address to which the provider sends the person back; the provider checks it against its own list.</summary>
internal static class ReturnAddress
{
    public const string Path = "/dang-nhap/lien-thong/ve";

    public static string Of(HttpRequest request, ProviderOptions options) =>
        options.ReturnAddress ?? $"{request.Scheme}://{request.Host}{Path}";
}
