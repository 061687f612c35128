using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Settings;
using NamRo.Plans.Amending;
using NamRo.Plans.Contracts;
using NamRo.Plans.Covering;
using NamRo.Plans.Demo;
using NamRo.Plans.Jobs;
using NamRo.Plans.Learning;
using NamRo.Plans.Matching;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <summary>Plan documents of the ward: uploading, reading, the draft that was read.</summary>
public sealed class PlansModule : Module
{
    internal const string SchemaName = "plans";

    internal static NoticeKind Published { get; } = new("plans.plan_published", "Kế hoạch giao nhiệm vụ cho đơn vị", MailTiming.AtOnce)
    {
        EnglishTitle = "A plan gives tasks to the unit",
    };

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override IEnumerable<MenuEntry> Menu =>
        [new("Kế hoạch", "/ke-hoach", "file-text", 10, PlansPermission.ReadPlans) { EnglishTitle = "Plans" }];

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => PlansPermission.All;

    /// <inheritdoc/>
    public override IEnumerable<SettingGroup> Settings => [PlansSetting.Group];

    /// <inheritdoc/>
    public override IEnumerable<NoticeKind> NoticeKinds => [Published];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMeasureContributor, PlansMeasures>();
        services.AddScoped<UploadPlanHandler>().AddScoped<UploadInPartsHandler>().AddScoped<RowsFromReading>();
        services.AddScoped<ReviewJournal>().AddScoped<ReviewDesk>().AddScoped<AcceptRowHandler>().AddScoped<RejectRowHandler>()
            .AddScoped<SourceReader>().AddScoped<SplitRowHandler>().AddScoped<MergeRowsHandler>().AddScoped<UndoStepHandler>()
            .AddScoped<DecideFindingHandler>().AddScoped<EditRowHandler>().AddScoped<AddRowHandler>().AddScoped<NameLeadUnitHandler>()
            .AddScoped<EditHeaderHandler>().AddScoped<CreatePlanHandler>().AddScoped<SettleReadingHandler>().AddScoped<ReadAgainHandler>();
        services.AddScoped<PublicationCheck>().AddScoped<Commitments>().AddScoped<PublishPlanHandler>().AddScoped<UnpublishPlanHandler>();
        services.AddScoped<IDemoContent, DemoPlans>();
        services.AddScoped<RowsInForce>().AddScoped<AmendmentDesk>().AddScoped<ProposeAmendmentHandler>().AddScoped<DecideLineHandler>()
            .AddScoped<WithdrawAmendmentHandler>().AddScoped<ApproveAmendmentHandler>();
        services.AddScoped<RowImport>().AddScoped<ImportRowsHandler>();
        services.AddScoped<AssignmentImport>().AddScoped<ImportAssignmentsHandler>();
        services.AddScoped<CoverageDesk>().AddScoped<DecideCoverageHandler>();
        services.AddScoped<WardWords>().AddScoped<LearnHeadingHandler>();
        services.AddSubscriber<PlanPublished, KeepCoverage>().AddSubscriber<PlanUnpublished, KeepCoverage>()
            .AddSubscriber<PlanAmended, KeepCoverage>().AddSubscriber<PlanRead, KeepCoverage>()
            .AddSubscriber<CoverageDecided, KeepCoverage>();
        services.AddSubscriber<PlanPublished, LearnFromReview>().AddSubscriber<PlanAmended, LearnFromReview>();
        services.AddJob<ReadPlan, ReadPlanJob>("plans.read_plan");
        services.AddJob<SweepUploads, SweepUploadsJob>(SweepUploads.Kind)
            .AddSchedule(SweepUploads.Kind, Rhythm.DailyAt(2, 50), _ => new SweepUploads());
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        UploadInPartsEndpoints.Map(routes);
        ShowPageImageEndpoint.Map(routes);
        ExportRowsEndpoint.Map(routes);
    }
}
