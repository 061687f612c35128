using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NamRo.Administration.Access;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Administration.Webhooks;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Settings;
using NamRo.Ui;
using NamRo.Ui.Layout;

namespace NamRo.Administration;

/// <summary>Wards, units, people, roles, sign-in and the audit reader.</summary>
public sealed class AdministrationModule : Module
{
    internal const string SchemaName = "administration";

    internal const string NoticeOfAccount = "administration.account";

    internal const string NoticeOfRole = "administration.role";

    internal const string NoticeOfIdleAccount = "administration.idle_account";

    private const string Group = "Quản trị";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override IEnumerable<MenuEntry> Menu =>
    [
        new("Đơn vị", "/quan-tri/don-vi", "building", 10, AdministrationPermission.ReadUnits, Group) { EnglishTitle = "Units" },
        new("Cán bộ", "/quan-tri/can-bo", "users", 20, AdministrationPermission.ReadPeople, Group) { EnglishTitle = "People" },
        new("Phường, xã", "/quan-tri/phuong-xa", "building-community", 5, AdministrationPermission.ReadWards, Group) { EnglishTitle =
            "Wards" },
        new("Lịch làm việc", "/quan-tri/lich-lam-viec", "calendar", 70, AdministrationPermission.ReadUnits, Group) { EnglishTitle =
            "Working days" },
        new("Việc chạy nền", "/quan-tri/viec-nen", "hourglass", 80, AdministrationPermission.ManageJobs, Group) { EnglishTitle =
            "Background jobs" },
        new("Thư đã gửi", "/quan-tri/thu-da-gui", "mail", 85, AdministrationPermission.ReadMail, Group) { EnglishTitle = "Sent mail" },
        new("Vai trò", "/quan-tri/vai-tro", "shield-check", 30, AdministrationPermission.ReadRoles, Group) { EnglishTitle = "Roles" },
        new("Cài đặt", "/quan-tri/cai-dat", "settings", 75, AdministrationPermission.ReadSettings, Group) { EnglishTitle = "Settings" },
        new("Mã truy cập", ListTokensPage.Address, "key", 87, AdministrationPermission.ManageTokens, Group) { EnglishTitle =
            "Access tokens" },
        new("Webhook", ListWebhooksPage.Address, "send", 88, AdministrationPermission.ManageTokens, Group) { EnglishTitle = "Webhooks" },
        new("Nhật ký", "/quan-tri/nhat-ky", "history", 90, AdministrationPermission.ReadAudit, Group) { EnglishTitle = "Audit log" },
    ];

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => AdministrationPermission.All;

    /// <inheritdoc/>
    public override IEnumerable<NoticeKind> NoticeKinds =>
    [
        new(NoticeOfAccount, "Tài khoản của mình bị thay đổi", MailTiming.AtOnce) { EnglishTitle = "Your account was changed" },
        new(NoticeOfRole, "Được giao hoặc thôi giữ vai trò", MailTiming.AtOnce) { EnglishTitle = "A role was given or taken back" },
        new(NoticeOfIdleAccount, "Tài khoản lâu không dùng bị khóa") { EnglishTitle = "An idle account was closed" },
    ];

    /// <inheritdoc/>
    public override IEnumerable<SettingGroup> Settings => [AdministrationSetting.Group];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IInstallation, Installation>().AddScoped<IDemoInstallation, DemoInstallation>();
        services.AddScoped<IRecipientDirectory, RecipientDirectory>().AddScoped<IWardDirectory, RecipientDirectory>()
            .AddScoped<IMenuCounter, UnreadNotices>();
        services.AddScoped<IUnitNaming, UnitNaming>().AddScoped<IPersonAccess, PersonAccess>();
        services.AddScoped<ISearchSource, UnitSearch>().AddScoped<ISearchSource, PersonSearch>();
        services.AddSingleton<IMeasureContributor, AdministrationMeasures>();
        services.AddScoped<AuditQuery>().AddScoped<SettingHistory>().AddScoped<OpenWardHandler>().AddScoped<SwitchWardHandler>();
        services.AddSingleton<AccessDirectory>().AddScoped<Sessions>().AddScoped<SessionCookie>();
        services.AddScoped<PendingSignIn>().AddScoped<OwnAccount>().AddScoped<VerifySecondFactorHandler>()
            .AddScoped<EnableSecondFactorHandler>().AddScoped<RenewRecoveryCodesHandler>().AddScoped<DisableSecondFactorHandler>();
        services.AddScoped<SignInHandler>().AddScoped<ChangePasswordHandler>().AddScoped<CreateUnitHandler>().AddScoped<UnitChoices>()
            .AddScoped<EditUnitHandler>().AddScoped<NameUnitHandler>().AddScoped<EndUnitHandler>().AddScoped<RearrangeUnitHandler>();
        services.AddScoped<CreatePersonHandler>().AddScoped<AppointPersonHandler>().AddScoped<OpenAccountHandler>()
            .AddScoped<GiveRoleHandler>()
            .AddScoped<EditPersonHandler>().AddScoped<PersonReader>();
        services.AddScoped<UnitSheet>().AddScoped<ImportUnitsHandler>().AddScoped<PersonSheet>().AddScoped<ImportPeopleHandler>();
        services.AddScoped<RoleCatalogue>().AddScoped<EditRoleHandler>().AddScoped<CreateTokenHandler>().AddScoped<ReopenAccountHandler>();
        services.AddJob<CloseIdleAccounts, CloseIdleAccountsJob>(CloseIdleAccounts.Kind)
            .AddSchedule(CloseIdleAccounts.Kind, Rhythm.DailyAt(1, 20), _ => new CloseIdleAccounts());
        AddSignIn(services);
        AddOtherWaysIn(services);
        AddWebhooks(services);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ExportAuditEndpoint.Map(routes);
        ExportUnitsEndpoint.Map(routes);
        ExportPeopleEndpoint.Map(routes);
    }

    private static void AddOtherWaysIn(IServiceCollection services)
    {
        services.AddScoped<SignInFailures>().AddScoped<SignInThrottle>().AddScoped<KnownDevice>().AddScoped<AccountReach>()
            .AddScoped<ResetSecondFactorHandler>();
        services.AddScoped<ManagePasskeysHandler>().AddScoped<SignInWithPasskeyHandler>();
        services.AddOptions<IdentityPasskeyOptions>().BindConfiguration("Passkeys")
            .Configure(options => options.UserVerificationRequirement = options.ResidentKeyRequirement = "required");
        services.AddOptions<ProviderOptions>().BindConfiguration(ProviderOptions.Section);
        services.AddOptions<ContentPolicyOptions>().PostConfigure<IOptions<ProviderOptions>>((policy, provider) =>
        {
            if (Uri.TryCreate(provider.Value.Authority, UriKind.Absolute, out var authority))
            {
                policy.FormTargets.Add(authority.GetLeftPart(UriPartial.Authority));
            }
        });
        services.AddHttpClient(ProviderDirectory.ClientName, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(10);
            client.MaxResponseContentBufferSize = 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<ProviderDirectory>().AddScoped<ProviderClient>().AddScoped<JourneyCookie>()
            .AddScoped<SignInByProviderHandler>();
    }

    private static void AddWebhooks(IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section);
        services.AddHttpClient(WebhookSender.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(provider => WebhookSender.CreateHandler(
                provider.GetRequiredService<IOptions<WebhookOptions>>()));
        services.AddScoped<WebhookSender>().AddScoped<CreateWebhookHandler>();
        services.AddJob<ForwardEvents, ForwardEventsJob>(ForwardEvents.Kind);
        services.AddJob<SendWebhook, SendWebhookJob>(SendWebhook.Kind);
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Lockout.MaxFailedAccessAttempts = PasswordRules.FailuresBeforeLock;
                options.Lockout.DefaultLockoutTimeSpan = PasswordRules.LockDuration;
                options.Password.RequiredLength = PasswordRules.ShortestWithSecondFactor;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<AccountStore>().AddPasswordValidator<PasswordRules>().AddErrorDescriber<VietnameseIdentityErrors>()
            .AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(TokenScheme.Chooser)
            .AddPolicyScheme(TokenScheme.Chooser, null, options => options.ForwardDefaultSelector = TokenScheme.Choose)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddIdentityCookies();
        services.AddOptions<ApiLimitOptions>().BindConfiguration(ApiLimitOptions.Section);
        services.AddRateLimiter(ApiLimit.Set);
        services.Configure<ShellOptions>(options =>
        {
            options.SignInPath = "/dang-nhap";
            options.SignOutPath = "/dang-xuat";
            options.AccountPath = "/tai-khoan";
            options.WardSwitchPath = "/doi-phuong";
            options.NotificationsPath = ListNoticesPage.Address;
        });
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "namro";
            options.LoginPath = "/dang-nhap";
            options.LogoutPath = "/dang-xuat";
            options.ReturnUrlParameter = "ve";
            options.EventsType = typeof(SessionCookie);
        });
    }
}
