using System.Text.RegularExpressions;

namespace NamRo.Tests.Architecture;

public sealed partial class TidyTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 70;
    private const int LongestLine = 140;

    [Fact]
    public void Files_AreShort() => AssertNone(SourceTree.CSharpFiles().Where(file => file.Lines.Length > LongestFile)
        .Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    [Fact]
    public void Lines_AreShort() => AssertNone(SourceTree.CSharpFiles().SelectMany(file => file.Lines
        .Select((line, index) => (line.Length, Place: $"{file.Path}:{index + 1}")).Where(line => line.Length > LongestLine).Select(line => line.Place)));

    [Fact]
    public void Methods_AreShort() => AssertNone(SourceTree.CSharpFiles().SelectMany(file => LongMethods(file.Lines)
        .Select(start => $"{file.Path}:{start}")));

    [Fact]
    public void LongMethods_PlantedViolation_IsFound() =>
        Assert.Equal([2], LongMethods(["    void M()", "    {", .. Enumerable.Repeat("        x();", LongestMethod + 1), "    }"]));

    [Fact]
    public void Names_HaveNoCatchAll() => AssertNone(SourceTree.CSharpFiles().Select(file => file.Path)
        .Where(path => CatchAll().IsMatch(path)));

    [Fact]
    public void LookingAcrossWards_IsLeftToAdministrationAndTheCity() => AssertNone(SourceTree.CSharpFiles()
        .Where(file => !file.Path.StartsWith("src/NamRo.Administration/", StringComparison.Ordinal)
            && !file.Path.StartsWith("src/NamRo.Kernel/", StringComparison.Ordinal) && !file.Path.Contains("/City", StringComparison.Ordinal))
        .Where(file => Array.Exists(file.Lines, line => line.Contains("LookAcrossWardsAsync(", StringComparison.Ordinal)))
        .Select(file => file.Path));

    /// <summary>Members stand at one indent in a file-scoped namespace, so a body is what lies between two braces there.</summary>
    private static List<int> LongMethods(string[] lines)
    {
        var found = new List<int>();
        var start = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "    {")
            {
                start = i;
            }
            else if (lines[i].StartsWith("    }", StringComparison.Ordinal) && start >= 0)
            {
                if (i - start > LongestMethod && !IsNestedType(lines, start))
                {
                    found.Add(start + 1);
                }

                start = -1;
            }
        }

        return found;
    }

    private static bool IsNestedType(string[] lines, int brace) => brace > 0 && NestedType().IsMatch(string.Join(' ', lines[Math.Max(0, brace - 3)..brace]));

    private static void AssertNone(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join("; ", found));

    [GeneratedRegex(@"\b(class|record|struct|enum|interface) \w")]
    private static partial Regex NestedType();

    [GeneratedRegex("/(Common|Shared|Utils?|Helpers?)/|(Utils?|Manager|(?<!Tag)Helpers?)\\.cs$")]
    private static partial Regex CatchAll();
}
