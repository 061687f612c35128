using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NamRo.Host;

/// <summary>
/// Logs as JSON lines on the console; traces and metrics to an OTLP collector if one is configured (Telemetry:Otlp), else none.
/// </summary>
internal static class Observability
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "System.Net.Http"];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddJsonConsole(options => options.UseUtcTimestamp = true);
        // Whether the keys of cookies lie sealed is decided by Files:KeyFile and written in docs/security.md, not in every log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        if (builder.Configuration["Telemetry:Otlp"] is not { Length: > 0 } address)
        {
            return;
        }

        var resource = ResourceBuilder.CreateDefault().AddService("namro");
        void Send(OtlpExporterOptions options) => options.Endpoint = new Uri(address);
        builder.Services.AddSingleton(_ =>
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter(Send).Build());
        builder.Services.AddSingleton(_ =>
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(Send).Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    /// <summary>Creates the providers with the process and flushes them with its end.</summary>
    private sealed class TelemetryStart(TracerProvider tracer, MeterProvider meter) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            tracer.ForceFlush();
            meter.ForceFlush();
            return Task.CompletedTask;
        }
    }
}
