using NamRo.Kernel.Contributions;

namespace NamRo.Targets;

/// <summary>Targets measured: indicators, measurements by period, where each target stands.</summary>
public sealed class TargetsModule : Module
{
    internal const string SchemaName = "targets";

    /// <inheritdoc/>
    public override string Schema => SchemaName;
}
