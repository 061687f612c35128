namespace NamRo.Tests.Architecture;

public sealed class ReferenceTests
{
    /// <summary>They know nothing of the web or the database.</summary>
    private static readonly HashSet<string> Pure =
        ["NamRo.Language", "NamRo.Reading", "NamRo.Extraction", "NamRo.Checking", "NamRo.Schedule", "NamRo.Measures"];

    /// <summary>What a business module may reference besides Kernel, Ui, Administration and the pure libraries (HOUSE 3.1).</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["NamRo.Plans"] = ["NamRo.Documents", "NamRo.Targets", "NamRo.Work"],
        ["NamRo.Reports"] = ["NamRo.Targets", "NamRo.Work", "NamRo.Documents"],
        ["NamRo.Cockpit"] = ["NamRo.Targets", "NamRo.Work", "NamRo.Feedback"],
    };

    [Fact]
    public void Projects_ReferenceOnlyWhatTheMapAllows()
    {
        var wrong = SourceTree.References().SelectMany(project => project.Value.Where(target => !IsAllowed(project.Key, target))
            .Select(target => $"{project.Key} -> {target}")).ToList();

        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
    }

    [Theory]
    [InlineData("NamRo.Reading", "NamRo.Kernel")]
    [InlineData("NamRo.Kernel", "NamRo.Administration")]
    [InlineData("NamRo.Work", "NamRo.Plans")]
    public void IsAllowed_PlantedViolation_IsFound(string project, string target) => Assert.False(IsAllowed(project, target));

    private static bool IsAllowed(string project, string target) => project switch
    {
        "NamRo.Host" => true,
        "NamRo.CommandLine" => Pure.Contains(target),
        _ when Pure.Contains(project) => Pure.Contains(target),
        "NamRo.Kernel" => Pure.Contains(target),
        "NamRo.Ui" => target == "NamRo.Kernel" || Pure.Contains(target),
        _ => target is "NamRo.Kernel" or "NamRo.Ui" or "NamRo.Administration" || Pure.Contains(target)
            || Allowed.GetValueOrDefault(project, []).Contains(target),
    };
}
