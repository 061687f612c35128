using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Canonical indicators over a city's wards and over the country, for programs and for the pages of the city.</summary>
internal static class CityFiguresEndpoint
{
    public const int MostIndicators = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/city-figures/{province}", CityAsync).WithName("ListCityFigures")
            .WithMetadata(new RequirePermissionAttribute(TargetsPermission.ReadCity));
        routes.MapGet("/api/city-figures/{province}/{indicator:int}", WardsAsync).WithName("ListWardFigures")
            .WithMetadata(new RequirePermissionAttribute(TargetsPermission.ReadCity));
        routes.MapGet("/api/nation-figures", NationAsync).WithName("ListNationFigures")
            .WithMetadata(new RequirePermissionAttribute(TargetsPermission.ReadCity));
    }

    /// <summary>All indicators of a city in a period, with how many wards gave a figure.</summary>
    private static async Task<Results<Ok<List<CityFigureRow>>, UnprocessableEntity<string>>> CityAsync(string province, string period,
        AppDb database, CancellationToken cancel) => FigurePeriod.FromCode(period) is not { } chosen
        ? TypedResults.UnprocessableEntity("Kỳ viết như 2026-M5 hoặc 2026-Q2.")
        : TypedResults.Ok(await database.Set<CityFigureRow>().AsNoTracking()
            .Where(row => row.ProvinceCode == province && row.Rhythm == chosen.Rhythm && row.Period == chosen.Start)
            .OrderBy(row => row.IndicatorId).Take(MostIndicators).ToListAsync(cancel));

    /// <summary>One indicator, the city's wards side by side.</summary>
    private static async Task<Results<Ok<List<WardFigure>>, UnprocessableEntity<string>>> WardsAsync(string province, int indicator,
        string period, AppDb database, CancellationToken cancel)
    {
        if (FigurePeriod.FromCode(period) is not { } chosen)
        {
            return TypedResults.UnprocessableEntity("Kỳ viết như 2026-M5 hoặc 2026-Q2.");
        }

        await database.LookAcrossWardsAsync(cancel);
        var series = database.Set<Series>().IgnoreQueryFilters([AppDb.WardFilter]);
        var measurements = database.Set<Measurement>().IgnoreQueryFilters([AppDb.WardFilter]);
        return TypedResults.Ok(await (from ward in database.Set<WardPlace>()
                                      where ward.ProvinceCode == province
                                      join row in series on new { WardId = ward.Id, IndicatorId = (int?)indicator }
                                          equals new { row.WardId, row.IndicatorId }
                                      join figure in measurements on new { row.WardId, SeriesId = row.Id, Period = chosen.Start }
                                          equals new { figure.WardId, figure.SeriesId, figure.Period }
                                      where row.Rhythm == chosen.Rhythm
                                      orderby ward.Code
                                      select new WardFigure(ward.Code, ward.Name, figure.Numerator, figure.Denominator, figure.Value,
                                          figure.VerificationId != null)).ToListAsync(cancel));
    }

    /// <summary>All indicators of the country in a period.</summary>
    private static async Task<Results<Ok<List<NationFigureRow>>, UnprocessableEntity<string>>> NationAsync(string period, AppDb database,
        CancellationToken cancel) => FigurePeriod.FromCode(period) is not { } chosen
        ? TypedResults.UnprocessableEntity("Kỳ viết như 2026-M5 hoặc 2026-Q2.")
        : TypedResults.Ok(await database.Set<NationFigureRow>().AsNoTracking()
            .Where(row => row.Rhythm == chosen.Rhythm && row.Period == chosen.Start)
            .OrderBy(row => row.IndicatorId).Take(MostIndicators).ToListAsync(cancel));

    /// <summary>One ward's figure beside the others'.</summary>
    internal sealed record WardFigure(string Code, string Name, decimal? Numerator, decimal? Denominator, decimal? Value, bool IsVerified);
}
