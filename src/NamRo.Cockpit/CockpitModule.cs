using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Cockpit.CityView;
using NamRo.Cockpit.Desk;
using NamRo.Cockpit.Scores;
using NamRo.Kernel.Contributions;

namespace NamRo.Cockpit;

/// <summary>The leaders' cockpit: what stands where, what is stuck, where and why.</summary>
public sealed class CockpitModule : Module
{
    internal const string SchemaName = "cockpit";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override IEnumerable<MenuEntry> Menu =>
    [
        new("Bàn điều hành", "/", "layout-dashboard", 0) { EnglishTitle = "Dashboard" },
        new("Toàn thành phố", "/thanh-pho", "map", 1, CockpitPermission.ReadCity) { EnglishTitle = "City" },
        new("Đánh giá", "/danh-gia", "award", 60, CockpitPermission.ReadScores) { EnglishTitle = "Evaluation" },
        new("Cách tính", "/cach-tinh", "calculator", 61, CockpitPermission.ReadMeasures) { EnglishTitle = "Figures" },
        new("Tình trạng dữ liệu", "/suc-khoe-du-lieu", "activity", 62, CockpitPermission.Health) { EnglishTitle = "Data health" },
    ];

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => CockpitPermission.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WardBoundaries>();
        services.AddScoped<DeskReader>().AddScoped<DataHealthReader>().AddScoped<CityReader>().AddScoped<ScoreReader>();
        services.AddScoped<WriteMeasureHandler>().AddScoped<ChangeWeightsHandler>().AddScoped<AppealScoreHandler>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ExportScoresEndpoint.Map(routes);
        CityEvidenceEndpoint.Map(routes);
    }
}
