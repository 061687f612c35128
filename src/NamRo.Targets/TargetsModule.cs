using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Api;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Notices;
using NamRo.Targets.Contracts;
using NamRo.Targets.Jobs;

namespace NamRo.Targets;

/// <summary>Targets measured: indicators, measurements by period, where each target stands.</summary>
public sealed class TargetsModule : Module
{
    internal const string SchemaName = "targets";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override IEnumerable<MenuEntry> Menu =>
        [new("Chỉ tiêu", "/chi-tieu", "target", 30, TargetsPermission.Read) { EnglishTitle = "Targets" }];

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => TargetsPermission.All;

    /// <inheritdoc/>
    public override IEnumerable<NoticeKind> NoticeKinds => [RemindFiguresJob.Due];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMeasureContributor, TargetsMeasures>();
        services.AddScoped<ITargetRegister, TargetRegister>().AddScoped<StandingBook>().AddScoped<TargetQuery>();
        services.AddScoped<FigureGrid>().AddScoped<FigureQuestions>().AddScoped<RecordFiguresHandler>().AddScoped<VerifyFiguresHandler>()
            .AddScoped<FigureComputer>().AddScoped<ComputeFiguresHandler>();
        services.AddScoped<ClosePeriodHandler>().AddScoped<MeasureTargetHandler>().AddScoped<ReviseTargetHandler>()
            .AddScoped<MatchTargetHandler>().AddScoped<MatchCertainTargetsHandler>()
            .AddScoped<ITargetMatching>(provider => provider.GetRequiredService<MatchCertainTargetsHandler>());
        services.AddSubscriber<FiguresRecorded, CityRollUp>().AddSubscriber<TargetMatched, CityRollUp>()
            .AddSubscriber<TargetMethodChanged, CityRollUp>().AddSubscriber<UnitSucceeded, FollowUnits>();
        services.AddScoped<ISearchSource, TargetSearch>();
        services.AddJob<ComputeEndedPeriods, ComputeFiguresJob>(ComputeEndedPeriods.Kind)
            .AddSchedule(ComputeEndedPeriods.Kind, Rhythm.DailyAt(0, 10), _ => new ComputeEndedPeriods());
        services.AddJob<RemindFigures, RemindFiguresJob>(RemindFigures.Kind)
            .AddSchedule(RemindFigures.Kind, Rhythm.DailyAt(0, 40), _ => new RemindFigures());
        services.AddJob<DeriveStandings, DeriveStandingsJob>(DeriveStandings.Kind)
            .AddSchedule(DeriveStandings.Kind, Rhythm.DailyAt(0, 20), _ => new DeriveStandings());
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ExportTargetsEndpoint.Map(routes);
        EvidenceEndpoint.Map(routes);
        FigureTemplateEndpoint.Map(routes);
        var api = routes.MapApi("Chỉ tiêu");
        FigureEndpoints.Map(api);
        CityFiguresEndpoint.Map(api);
    }
}
