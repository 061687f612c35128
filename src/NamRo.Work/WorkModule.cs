using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Work.Contracts;
using NamRo.Work.Register;

namespace NamRo.Work;

/// <summary>Tasks all year: what is due from whom, progress with evidence, decisions, escalation.</summary>
public sealed class WorkModule : Module
{
    internal const string SchemaName = "work";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ITaskRegister, TaskRegister>();
    }
}
