using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Api;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Canonical indicators over a city's wards and over the country, for programs and for the pages of the city.</summary>
internal static class CityFiguresEndpoint
{
    public const int MostIndicators = 500;

    /// <summary>What every answer says to a period that it cannot read.</summary>
    private static ProblemHttpResult UnclearPeriod => ApiProblem.Refused(new("Kỳ viết như 2026-M5 hoặc 2026-Q2.", "period"));

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").WithMetadata(new RequirePermissionAttribute(TargetsPermission.ReadCity));
        Describe(reads.MapGet("/city-figures/{province}", CityAsync), "ListCityFigures", "Chỉ số chuẩn của thành phố trong một kỳ");
        Describe(reads.MapGet("/city-figures/{province}/{indicator:int}", WardsAsync), "ListWardFigures",
            "Một chỉ số, các phường cạnh nhau");
        Describe(reads.MapGet("/nation-figures", NationAsync), "ListNationFigures", "Chỉ số chuẩn của cả nước trong một kỳ");
    }

    /// <summary>All indicators of a city in a period, with how many wards gave a figure.</summary>
    private static async Task<Results<Ok<List<CityFigureRow>>, ProblemHttpResult>> CityAsync(string province, string period,
        AppDb database, CancellationToken cancel) => FigurePeriod.FromCode(period) is not { } chosen
        ? UnclearPeriod
        : TypedResults.Ok(await database.Set<CityFigureRow>().AsNoTracking()
            .Where(row => row.ProvinceCode == province && row.Rhythm == chosen.Rhythm && row.Period == chosen.Start)
            .OrderBy(row => row.IndicatorId).Take(MostIndicators).ToListAsync(cancel));

    /// <summary>One indicator, the wards of the user's own city side by side; of other cities only the whole is shown.</summary>
    private static async Task<Results<Ok<List<WardFigure>>, ProblemHttpResult>> WardsAsync(string province, int indicator,
        string period, AppDb database, CancellationToken cancel)
    {
        if (FigurePeriod.FromCode(period) is not { } chosen)
        {
            return UnclearPeriod;
        }

        var here = database.WardId;
        if (!await database.Set<WardPlace>().AnyAsync(row => row.Id == here && (row.ProvinceCode ?? row.Code) == province, cancel))
        {
            return ApiProblem.Missing;
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
    private static async Task<Results<Ok<List<NationFigureRow>>, ProblemHttpResult>> NationAsync(string period, AppDb database,
        CancellationToken cancel) => FigurePeriod.FromCode(period) is not { } chosen
        ? UnclearPeriod
        : TypedResults.Ok(await database.Set<NationFigureRow>().AsNoTracking()
            .Where(row => row.Rhythm == chosen.Rhythm && row.Period == chosen.Start)
            .OrderBy(row => row.IndicatorId).Take(MostIndicators).ToListAsync(cancel));

    private static void Describe(RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>One ward's figure beside the others'.</summary>
    internal sealed record WardFigure(string Code, string Name, decimal? Numerator, decimal? Denominator, decimal? Value, bool IsVerified);
}
