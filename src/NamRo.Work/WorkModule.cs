using NamRo.Kernel.Contributions;

namespace NamRo.Work;

/// <summary>Tasks all year: what is due from whom, progress with evidence, decisions, escalation.</summary>
public sealed class WorkModule : Module
{
    internal const string SchemaName = "work";

    /// <inheritdoc/>
    public override string Schema => SchemaName;
}
