using NamRo.Kernel.Contributions;

namespace NamRo.Host;

/// <summary>Registers what the modules contribute.</summary>
internal static class ModuleServices
{
    public static IServiceCollection AddModules(this IServiceCollection services, ModuleCatalogue catalogue, IConfiguration configuration)
    {
        services.AddSingleton(catalogue);
        foreach (var module in catalogue.Modules)
        {
            module.AddServices(services, configuration);
            services.AddSingleton<IMenuContributor>(module).AddSingleton<IPermissionContributor>(module);
        }

        return services;
    }
}
