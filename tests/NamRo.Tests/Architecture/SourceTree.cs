using System.Xml.Linq;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Architecture;

/// <summary>The checkout as the architecture tests read it.</summary>
internal static class SourceTree
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    /// <summary>Hand-written C# files below src, with their paths from the root.</summary>
    public static IEnumerable<(string Path, string[] Lines)> CSharpFiles() => Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/node_modules/", StringComparison.Ordinal))
        .Select(path => (Path.GetRelativePath(Repository.Root, path), File.ReadAllLines(path)));

    /// <summary>Each project below src with the projects it references.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References() => Directory.EnumerateFiles(Source, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), ReferencesOf, StringComparer.Ordinal);

    private static IReadOnlyList<string> ReferencesOf(string path) => [.. XDocument.Load(path).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];
}
