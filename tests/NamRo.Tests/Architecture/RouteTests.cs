using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Host;
using NamRo.Kernel.Pages;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Architecture;

public sealed class RouteTests(TestHost host)
{
    /// <summary>Open to the public. A line here is a decision.</summary>
    private static readonly HashSet<string> Public =
    [
        "dang-nhap", "dang-nhap/xac-thuc", "dang-nhap/lien-thong", "dang-nhap/lien-thong/ve", "elements", "tuy-chon", "loi/{code:int}", "/health/live", "/health/ready",
        "/api/openapi.json", "{**path:file}", "/lich/{key}.ics", "nhan-viec/{key}",
    ];

    /// <summary>Open to everyone who is signed in, whatever their role.</summary>
    private static readonly HashSet<string> SignedIn = ["", "dang-xuat", "doi-mat-khau", "doi-phuong", "tai-khoan", "hop", "ban-tin-tuan",
        "tai-khoan/xac-thuc-hai-lop", "tai-khoan/khoa-truy-cap", "tai-khoan/ma-du-phong", "tai-khoan/tat-xac-thuc-hai-lop", "tai-khoan/thong-bao", "thong-bao", "thong-bao/{id:guid}", "search"];

    [Fact]
    public void Routes_AskForAPermissionOrAreListed()
    {
        var wrong = Routes().Where(route => !Public.Contains(Pattern(route)) && !SignedIn.Contains(Pattern(route)))
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null || route.Metadata.GetMetadata<RequirePermissionAttribute>() is null)
            .Select(Pattern).Distinct().ToList();

        Assert.True(wrong.Count == 0, "Neither a permission nor listed: " + string.Join(", ", wrong));
    }

    [Fact]
    public void Routes_SignedInOnes_AreNotAnonymous() => Assert.DoesNotContain(Routes(),
        route => SignedIn.Contains(Pattern(route)) && route.Metadata.GetMetadata<IAllowAnonymous>() is not null);

    [Fact]
    public void Permissions_AskedForByRoutes_AreNamedByAModule()
    {
        var known = InstalledModules.Catalogue.Permissions;
        var unknown = Routes().SelectMany(route => route.Metadata.GetOrderedMetadata<RequirePermissionAttribute>())
            .Select(asked => asked.Permission).Where(code => !known.ContainsKey(code)).Distinct();

        Assert.Empty(unknown);
    }

    [Fact]
    public void Pages_OfTwoModules_NeverShadowEachOther()
    {
        var manager = host.Services.GetRequiredService<ApplicationPartManager>();
        var feature = new Microsoft.AspNetCore.Mvc.Razor.Compilation.ViewsFeature();
        manager.PopulateFeature(feature);
        var twice = feature.ViewDescriptors.GroupBy(view => view.RelativePath, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void Addresses_AreUnique()
    {
        var twice = Routes().Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .GroupBy(Pattern, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(twice);
    }

    private static string Pattern(RouteEndpoint route) => route.RoutePattern.RawText ?? "";

    private IEnumerable<RouteEndpoint> Routes() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null);
}
