using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Settings;

namespace NamRo.Kernel.Contributions;

/// <summary>The table of contents of a module: everything it adds to the system. Each module has exactly one subclass.</summary>
public abstract class Module : IMenuContributor, IPermissionContributor, ISettingContributor
{
    /// <summary>The module's PostgreSQL schema, in snake_case.</summary>
    public abstract string Schema { get; }

    /// <summary>Where the module's pages, entities and migrations are.</summary>
    public Assembly Assembly => GetType().Assembly;

    /// <inheritdoc/>
    public virtual IEnumerable<MenuEntry> Menu => [];

    /// <inheritdoc/>
    public virtual IEnumerable<Permission> Permissions => [];

    /// <summary>What the module tells people of; each kind has its channels.</summary>
    public virtual IEnumerable<NoticeKind> NoticeKinds => [];

    /// <inheritdoc/>
    public virtual IEnumerable<SettingGroup> Settings => [];

    /// <summary>Registers handlers, contracts, jobs and subscriptions.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>Maps the module's entities; by default every <c>IEntityTypeConfiguration</c> of its assembly.</summary>
    public virtual void MapModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(Assembly);

    /// <summary>Maps JSON and file endpoints; Razor Pages are found by themselves.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>The modules of this installation, Kernel first.</summary>
public sealed class ModuleCatalogue(IReadOnlyList<Module> modules)
{
    /// <summary>In the order of their migrations.</summary>
    public IReadOnlyList<Module> Modules { get; } = modules;

    /// <summary>All permissions by code.</summary>
    public IReadOnlyDictionary<string, Permission> Permissions { get; } =
        modules.SelectMany(module => module.Permissions).ToDictionary(permission => permission.Code, StringComparer.Ordinal);

    /// <summary>All kinds of notices by code.</summary>
    public IReadOnlyDictionary<string, NoticeKind> NoticeKinds { get; } =
        modules.SelectMany(module => module.NoticeKinds).ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>All settings of a ward by key.</summary>
    public IReadOnlyDictionary<string, WardSetting> Settings { get; } = modules.SelectMany(module => module.Settings)
        .SelectMany(group => group.Settings).ToDictionary(setting => setting.Key, StringComparer.Ordinal);
}
