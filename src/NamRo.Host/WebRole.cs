using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Api;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Pages;
using NamRo.Ui;

namespace NamRo.Host;

/// <summary>Composes the web and worker process: services first, then the path of a request.</summary>
internal static class WebRole
{
    /// <param name="args">The command line; configuration follows the roles.</param>
    /// <param name="arguments">The roles.</param>
    /// <param name="adjust">What a test replaces: configuration, clock.</param>
    public static WebApplication Build(string[] args, HostArguments arguments, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args.SkipWhile(word => !word.StartsWith('-'))] });
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        AddServices(builder, arguments);
        adjust?.Invoke(builder);
        var application = builder.Build();
        UsePipeline(application);
        MapEndpoints(application);
        return application;
    }

    private static void AddServices(WebApplicationBuilder builder, HostArguments arguments)
    {
        var services = builder.Services;
        Observability.Add(builder);
        services.AddModules(InstalledModules.Catalogue, builder.Configuration);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ApiDescription.Word);
        services.AddOpenApi(ApiDescription.Complete);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddUi();
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddAntiforgery(options => options.Cookie.Name = "namro-form");
        // Pages of referenced modules are found by themselves; adding their assemblies again would register each page twice.
        services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(options =>
        {
            options.Filters.Add<PageTransaction>();
            options.Filters.Add<ExpiredForm>();
        });
        if (arguments.Is(HostArguments.Worker))
        {
            services.AddSingleton<JobWorker>().AddHostedService(provider => provider.GetRequiredService<JobWorker>());
            services.AddHostedService<Scheduler>();
        }
    }

    private static void UsePipeline(WebApplication application)
    {
        application.UseForwardedHeaders();
        application.UseUi();
        application.UseMiddleware<FaultBoundary>();
        application.UseStatusCodePagesWithReExecute("/loi/{0}");
        application.UseWhen(ApiRoutes.IsApi, api => api.UseStatusCodePages());
        application.UseRouting();
        application.Use(SizeGuard.InvokeAsync);
        application.UseAuthentication();
        application.UseAuthorization();
        application.UseAdministration();
    }

    private static void MapEndpoints(WebApplication application)
    {
        Health.Map(application);
        application.MapStaticAssets().AllowAnonymous();
        application.MapOpenApi("/api/openapi.json").AllowAnonymous();
        application.MapRazorPages().WithStaticAssets();
        var endpoints = application.MapGroup("").AddEndpointFilter<EndpointTransaction>();
        foreach (var module in InstalledModules.Catalogue.Modules)
        {
            module.MapEndpoints(endpoints);
        }
    }
}
