using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Measures;
using NamRo.Targets.Contracts;

namespace NamRo.Targets;

/// <summary>Targets measured: indicators, measurements by period, where each target stands.</summary>
public sealed class TargetsModule : Module
{
    internal const string SchemaName = "targets";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => TargetsPermission.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMeasureContributor, TargetsMeasures>();
        services.AddScoped<ITargetRegister, TargetRegister>().AddScoped<StandingBook>();
    }
}
