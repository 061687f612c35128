using System.Text.RegularExpressions;

namespace NamRo.Ui.Tests;

/// <summary>Views of all modules hold to what the content policy and the house allow.</summary>
public sealed partial class MarkupTests
{
    public static TheoryData<string> Views =>
        [.. Repository.Files("*.cshtml").Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Views))]
    public void View_HasNothingInline(string view)
    {
        var found = Inline().Matches(File.ReadAllText(Path.Combine(Repository.Root, view))).Select(match => match.Value);
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void View_NamesIconsThatExist(string view)
    {
        var names = IconName().Matches(File.ReadAllText(Path.Combine(Repository.Root, view))).Select(match => match.Groups["name"].Value);
        Assert.All(names, name => Assert.Contains(name, Icons.IconNames.All));
    }

    [GeneratedRegex("\\sstyle=\"|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|<style|javascript:", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("(?:<ui-icon name|\\ssymbol)=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconName();
}
