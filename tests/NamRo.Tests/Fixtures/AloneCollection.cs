namespace NamRo.Tests.Fixtures;

/// <summary>Tests that count what the one host does: they run after all others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
