using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Settings;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using Npgsql;

namespace NamRo.Kernel;

/// <summary>What every module stands on: database, tenancy, events, jobs, clock.</summary>
public sealed class KernelModule : Module
{
    internal const string SchemaName = "kernel";

    /// <summary>
    /// Connections of one process, by the machine's size: more than it can serve at once only make the slowest wait longer. Processes
    /// times this must stay below PostgreSQL's max_connections.
    /// </summary>
    internal static readonly int MaximumPoolSize = Math.Clamp(6 * Environment.ProcessorCount, 12, 48);

    /// <summary>Statements each connection keeps planned: planning costs more than running the short queries of a page.</summary>
    private const int PreparedStatements = 200;

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>()));
        // A transaction that fails throws too, and is told where that is caught; one that ends because nobody waits for it is no failure.
        services.AddDbContext<AppDb>(static (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.TransactionError, LogLevel.Debug)))
            .AddInterceptors(provider.GetRequiredService<WardTransaction>()), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<WardTransaction>().AddSingleton<Migrator>().AddSingleton<WardClock>();
        services.AddSingleton(provider =>
            ShiftedTime.Of(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()));
        services.AddOptions<SharingOptions>().BindConfiguration("Sharing");
        services.AddSingleton(typeof(SharedReading<,>));
        services.AddScoped<CalendarStore>().AddSingleton<FileKeys>();
        services.AddSingleton<MeasureCatalogue>().AddScoped<MeasureBook>().AddScoped<MeasureRunner>();
        services.AddSingleton<EventCatalogue>().AddSingleton<SubscriptionCatalogue>().AddSingleton<JobCatalogue>();
        services.AddScoped<CurrentUser>().AddScoped<CurrentWard>().AddScoped<EventLog>().AddScoped<EventVerifier>().AddScoped<FileStore>()
            .AddScoped<PartialFiles>().AddScoped<JobQueue>().AddScoped<WardSettings>().AddScoped<ImportDesk>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddDataProtection().SetApplicationName("NamRo");
        services.AddOptions<KeyManagementOptions>()
            .Configure<NpgsqlDataSource, FileKeys>((options, source, keys) =>
            {
                options.XmlRepository = new DataProtectionKeys(source);
                options.XmlEncryptor = keys.CurrentName is null ? null : new SealedKeys(keys);
            });
        services.AddJob<DeliverEvent, DeliverEventJob>(DeliverEvent.Kind);
        services.AddJob<SweepJobs, SweepJobsJob>(SweepJobs.Kind);
        services.AddSchedule(SweepJobs.Kind, Rhythm.DailyAt(2, 40), _ => new SweepJobs());
        AddNotices(services);
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail");
        services.AddScoped<NoticeBoard>().AddScoped<NoticeReader>().AddScoped<MailComposer>().AddScoped<SmtpMailer>();
        services.AddJob<ComposeMail, ComposeMailJob>(ComposeMail.Kind);
        services.AddJob<ComposeDigests, ComposeDigestsJob>(ComposeDigests.Kind);
        services.AddJob<SendMail, SendMailJob>(SendMail.Kind);
        services.AddSchedule(ComposeDigests.Kind, Rhythm.DailyAt(WorkingHours.Start.Hour, WorkingHours.Start.Minute),
            slot => new ComposeDigests(slot.At));
    }

    private static NpgsqlDataSource Connect(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("No database is configured (ConnectionStrings:Database).");
        return NpgsqlDataSource.Create(WithOurDefaults(text));
    }

    /// <summary>What the installation says itself stands (behind a transaction pooler: <c>Max Auto Prepare=0</c>).</summary>
    internal static NpgsqlConnectionStringBuilder WithOurDefaults(string text)
    {
        // Not ContainsKey: it knows every keyword there is, said or not.
        var parts = new NpgsqlConnectionStringBuilder(text);
        parts.MaxPoolSize = parts.ShouldSerialize("Maximum Pool Size") ? parts.MaxPoolSize : MaximumPoolSize;
        // Nothing of ours outlives a transaction on a connection: there is nothing to reset.
        parts.NoResetOnClose = !parts.ShouldSerialize("No Reset On Close") || parts.NoResetOnClose;
        parts.MaxAutoPrepare = parts.ShouldSerialize("Max Auto Prepare") ? parts.MaxAutoPrepare : PreparedStatements;
        return parts;
    }
}
