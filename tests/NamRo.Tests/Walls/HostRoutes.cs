using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Walls;

/// <summary>The routes of the running host, and how to address and fill them.</summary>
internal static partial class HostRoutes
{
    private const string Key = "~key~";

    /// <summary>Posting here would end the very sign-in that tries them.</summary>
    private static readonly HashSet<string> EndsTheSession = ["dang-xuat"];

    public static IEnumerable<RouteEndpoint> Of(TestHost host, string method) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
            && !Pattern(route).Contains("**", StringComparison.Ordinal) && !EndsTheSession.Contains(Pattern(route))
            && (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) ?? true))
        .DistinctBy(Pattern);

    public static string Pattern(RouteEndpoint route) => route.RoutePattern.RawText?.TrimStart('/') ?? "";

    /// <summary>Whether the address names a thing by its key.</summary>
    public static bool HasKey(RouteEndpoint route) => route.RoutePattern.Parameters.Any(IsKey);

    /// <summary>One address for each key; a single one if the route takes none.</summary>
    /// <param name="parents">Keys of things that have parts: they stand first in the address of a part.</param>
    public static IEnumerable<string> AddressesOf(RouteEndpoint route, IReadOnlyList<Guid> keys, IReadOnlyList<Guid> parents)
    {
        var pattern = Parameter().Replace("/" + Pattern(route), part => part.Value switch
        {
            var value when value.Contains(":guid", StringComparison.Ordinal) => Key,
            "{kind}" => "buoc",
            _ => "1",
        });
        return pattern.Split(Key).Length switch
        {
            1 => [pattern],
            2 => keys.Select(key => pattern.Replace(Key, key.ToString(), StringComparison.Ordinal)),
            _ => parents.SelectMany(parent => keys.Select(key => FirstKey().Replace(pattern, parent.ToString(), 1)
                .Replace(Key, key.ToString(), StringComparison.Ordinal))),
        };
    }

    public static async Task<IReadOnlyList<PostHandler>> HandlersAsync(TestHost host, RouteEndpoint route)
    {
        if (route.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return [new PostHandler(null, [])];
        }

        var compiled = await host.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return [.. compiled.HandlerMethods.Where(method => method.HttpMethod == "Post").Select(method => new PostHandler(method.Name,
            [.. method.Parameters.Select(parameter => (parameter.Name, parameter.ParameterType)),
                .. compiled.BoundProperties.Select(property => (property.Name, property.ParameterType))]))];
    }

    /// <summary>A token for the person's posts, from a form they may open.</summary>
    public static async Task<KeyValuePair<string, string>> TokenAsync(Browser browser)
    {
        var input = (await browser.GetAsync("/tai-khoan/thong-bao")).Document.QuerySelector("input[name=__RequestVerificationToken]")!;
        return new("__RequestVerificationToken", input.GetAttribute("value")!);
    }

    private static bool IsKey(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Any(policy => policy.Content == "guid");

    [GeneratedRegex(Key)]
    private static partial Regex FirstKey();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
