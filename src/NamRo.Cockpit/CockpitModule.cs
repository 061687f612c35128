using NamRo.Kernel.Contributions;

namespace NamRo.Cockpit;

/// <summary>The leaders' cockpit: what stands where, what is stuck, where and why.</summary>
public sealed class CockpitModule : Module
{
    internal const string SchemaName = "cockpit";

    /// <inheritdoc/>
    public override string Schema => SchemaName;
}
