namespace NamRo.Language.Tests;

/// <summary>The repository's own test data, found upwards from the test's directory.</summary>
internal static class TestData
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Seeds() => [.. Directory.GetFiles(Path.Combine(Root, "seeds"), "*.txt").Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string data = Path.Combine(at.FullName, "tests", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        throw new DirectoryNotFoundException("tests/data");
    }
}
