using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NamRo.Ui.Tests;

/// <summary>Every sentence a module shows through its words has an English counterpart with the same places.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Modules =>
        [.. Repository.Files("*Text.en.resx").Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Sentences_OfModule_AreInEnglish(string resources)
    {
        var file = Path.Combine(Repository.Root, resources);
        var english = XDocument.Load(file).Root!.Elements("data")
            .ToDictionary(row => row.Attribute("name")!.Value, row => row.Element("value")!.Value);
        var missing = SentencesOf(Path.GetDirectoryName(file)!).Where(sentence => !english.ContainsKey(sentence)).ToList();
        Assert.True(missing.Count == 0, "Not translated:\n" + string.Join('\n', missing));
        Assert.All(english, pair => Assert.Equal(Places(pair.Key), Places(pair.Value)));
    }

    private static IEnumerable<string> SentencesOf(string folder) =>
        Repository.Files("*.cs*").Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal))
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)))
            .Select(match => Regex.Unescape(match.Groups["sentence"].Value))
            .Distinct();

    private static string Places(string sentence) =>
        string.Join(' ', Place().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("\\b(?:T|Words|words)\\[\"(?<sentence>(?:[^\"\\\\]|\\\\.)+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
