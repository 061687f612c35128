using NamRo.Administration;
using NamRo.Kernel;
using NamRo.Kernel.Contributions;
using NamRo.Plans;

namespace NamRo.Host;

/// <summary>The modules of this product. A new module is one line here.</summary>
internal static class InstalledModules
{
    public static ModuleCatalogue Catalogue { get; } = new([new KernelModule(), new AdministrationModule(), new PlansModule()]);
}
