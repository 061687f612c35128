using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NamRo.Ui.Tests;

/// <summary>Every sentence a module shows through its words has an English counterpart with the same places.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Modules => [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "src"), "*Text.en.resx", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Sentences_OfModule_AreInEnglish(string resources)
    {
        var english = XDocument.Load(resources).Root!.Elements("data").ToDictionary(row => row.Attribute("name")!.Value, row => row.Element("value")!.Value);
        var missing = SentencesOf(Path.GetDirectoryName(resources)!).Where(sentence => !english.ContainsKey(sentence)).ToList();
        Assert.True(missing.Count == 0, "Not translated:\n" + string.Join('\n', missing));
        Assert.All(english, pair => Assert.Equal(Places(pair.Key), Places(pair.Value)));
    }

    private static IEnumerable<string> SentencesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)))
            .Select(match => Regex.Unescape(match.Groups["sentence"].Value))
            .Distinct();

    private static string Places(string sentence) =>
        string.Join(' ', Place().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NamRo.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex("\\b(?:T|Words|words)\\[\"(?<sentence>(?:[^\"\\\\]|\\\\.)+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
