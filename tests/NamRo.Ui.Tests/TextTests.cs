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
            .Select(match => match.Groups["values"].Length > 0
                ? PatternOf(match.Groups["sentence"].Value) : Regex.Unescape(match.Groups["sentence"].Value))
            .Distinct();

    private static string Places(string sentence) =>
        string.Join(' ', Place().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal));

    /// <summary>"Đã lưu {count} số" is asked for as "Đã lưu {0} số".</summary>
    private static string PatternOf(string sentence)
    {
        var place = 0;
        return Hole().Replace(sentence, hole => $"{{{place++}{hole.Groups["format"].Value}}}");
    }

    /// <summary>Where sentences stand: words of a page, what is told after an act, and why an act is refused.</summary>
    [GeneratedRegex("""
        (?:\b(?:T|Words|words)\[|\bTell\(|\bTellWith\([^"$]*|\bRefusal(?:\.With)?\(|\bRefusal\ \w+(?:\ \{\ get;\ \})?(?:\([^)]*\))?\s*=>?\s*new\()
        \s*(?<values>\$?)"(?<sentence>(?:\{(?:[^{}"]|"[^"]*")*\}|[^"\\{]|\\.|\{\d\})+)"
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("""\{(?:[^{}":]|"[^"]*"|\?[^:]*:)*(?<format>:[^{}"]+)?\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
