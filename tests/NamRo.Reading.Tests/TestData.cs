using System.Text.Json;

namespace NamRo.Reading.Tests;

/// <summary>The files under tests/data and the tables that they are known to hold.</summary>
internal static class TestData
{
    private static readonly Lazy<JsonDocument> Truth = new(() => JsonDocument.Parse(File.ReadAllText(PathOf("samples/ground_truth.json"))));

    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Sample(string name) => PathOf(Path.Combine("samples", name));

    public static string Seed(string prefix) => Directory.GetFiles(PathOf("seeds"), prefix + "_*.txt").Single();

    /// <summary>The header and body rows of the table in the sample with this prefix.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> TrueRows(string prefix)
    {
        var entry = Truth.Value.RootElement.GetProperty(prefix);
        var header = entry.GetProperty("header").EnumerateArray().Select(cell => cell.GetString()!).ToList();
        var rows = entry.GetProperty("rows").EnumerateArray().Select(row => (IReadOnlyList<string>)[.. row.EnumerateArray().Select(cell => cell.GetString()!)]);
        return [header, .. rows];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "data")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("tests/data");
        }

        return Path.Combine(folder, "tests", "data");
    }
}
