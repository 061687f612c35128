using NamRo.Administration;
using NamRo.Cockpit;
using NamRo.Kernel;
using NamRo.Kernel.Contributions;
using NamRo.Plans;
using NamRo.Targets;
using NamRo.Work;

namespace NamRo.Host;

/// <summary>The modules of this product. A new module is one line here.</summary>
internal static class InstalledModules
{
    public static ModuleCatalogue Catalogue { get; } = new(
    [
        new KernelModule(),
        new AdministrationModule(),
        new TargetsModule(),
        new WorkModule(),
        new PlansModule(),
        new CockpitModule(),
    ]);
}
