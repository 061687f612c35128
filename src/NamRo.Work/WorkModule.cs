using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Api;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Settings;
using NamRo.Work.Access;
using NamRo.Work.Acts;
using NamRo.Work.Contracts;
using NamRo.Work.Desk;
using NamRo.Work.Feeds;
using NamRo.Work.Lists;
using NamRo.Work.Nightly;
using NamRo.Work.Register;
using NamRo.Work.Settings;
using NamRo.Work.Warnings;

namespace NamRo.Work;

/// <summary>Tasks all year: what is due from whom, progress with evidence, decisions, escalation.</summary>
public sealed class WorkModule : Module
{
    internal const string SchemaName = "work";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override IEnumerable<MenuEntry> Menu =>
    [
        new("Việc của tôi", "/nhiem-vu/cua-toi", "list-check", 20, WorkPermission.Report) { EnglishTitle = "My work" },
        new("Việc của đơn vị", "/nhiem-vu/don-vi", "users-group", 21, WorkPermission.Read) { EnglishTitle = "My unit" },
        new("Nhiệm vụ", "/nhiem-vu", "checklist", 22, WorkPermission.Read) { EnglishTitle = "Tasks" },
        new("Chờ duyệt", "/nhiem-vu/cho-duyet", "clipboard-check", 23, WorkPermission.Accept) { EnglishTitle = "Decisions" },
    ];

    /// <inheritdoc/>
    public override IEnumerable<NoticeKind> NoticeKinds => [.. TaskNotices.Kinds, .. WarningRound.Kinds];

    /// <inheritdoc/>
    public override IEnumerable<SettingGroup> Settings => [WorkSetting.Group];

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => WorkPermission.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMeasureContributor, WorkMeasures>();
        services.AddScoped<ITaskRegister, TaskRegister>().AddScoped<CurrentPerson>().AddScoped<TaskDesk>().AddScoped<ObligationBook>()
            .AddScoped<StandingFactsReader>().AddScoped<StandingBook>().AddScoped<TaskNotices>();
        services.AddTaskNight();
        services.AddSingleton<ReceiptLink>().AddSingleton<IMailLink>(provider => provider.GetRequiredService<ReceiptLink>());
        services.AddScoped<ActContext>().AddScoped<ListContext>().AddScoped<SavedViews>().AddScoped<TaskQuery>()
            .AddScoped<TaskChoicesReader>().AddScoped<WorkChoices>().AddScoped<EvidenceBinder>()
            .AddScoped<OpenUpdates>().AddScoped<TaskReader>().AddScoped<TaskActs>()
            .AddScoped<BulkUpdateHandler>().AddScoped<UpdateSheet>();
        services.AddScoped<AssignTaskHandler>().AddScoped<ConfirmReceiptHandler>().AddScoped<ReturnTaskHandler>()
            .AddScoped<AddStepHandler>().AddScoped<FinishStepHandler>().AddScoped<WriteUpdateHandler>().AddScoped<SubmitProductHandler>()
            .AddScoped<DecideProductHandler>().AddScoped<CloseTaskHandler>().AddScoped<ReopenTaskHandler>();
        services.AddScoped<RequestExtensionHandler>().AddScoped<DecideExtensionHandler>().AddScoped<AskExplanationHandler>()
            .AddScoped<AnswerExplanationHandler>().AddScoped<RecordConditionHandler>().AddScoped<StartWaitingHandler>()
            .AddScoped<EndWaitingHandler>().AddScoped<RevokeEntryHandler>().AddScoped<ReopenPeriodHandler>()
            .AddScoped<DelegateWorkHandler>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CalendarFeedEndpoint.Map(routes);
        EvidenceEndpoint.Map(routes);
        ExportTasksEndpoint.Map(routes);
        ExportUpdatesEndpoint.Map(routes);
        CaptureWorkerEndpoint.Map(routes);
        var api = routes.MapApi("Nhiệm vụ");
        TaskEndpoints.Map(api);
        TaskActEndpoints.Map(api);
    }
}
