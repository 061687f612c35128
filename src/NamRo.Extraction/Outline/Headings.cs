using System.Text.RegularExpressions;
using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Section titles as they are shown: without closing punctuation.</summary>
internal static partial class Headings
{
    private const int LongestTitle = 400;

    /// <summary>The title of a section; one that is only numbered ("Phần III") has it on the next line, in capitals.</summary>
    public static string? TitleOf(OutlineNode section) =>
        Title(section.Text) ?? (section.Children is [{ Label.Kind: LabelKind.None, Table: null } next, ..]
            && OfficialCase.IsCapitals(next.Text) ? Title(next.Text) : null);

    /// <summary>A title as titles are compared: recognition takes the Ê of "MỤC TIÊU" in bold capitals for Ể.</summary>
    public static string Key(string title) => Misread().Replace(VietnameseText.Fold(title), "${word} tiêu");

    /// <summary>The title of the nearest numbered section, the node itself included; null outside any.</summary>
    public static string? TitleAbove(this OutlineNode node) =>
        node.SelfAndAncestors().Where(section => section.Label.Ordinal > 0).Select(TitleOf).FirstOrDefault();

    /// <summary>The title's words; null for text too long to be a title.</summary>
    public static string? Title(string text)
    {
        var folded = Quotes.Fold(text).TrimEnd(':', ' ', ';').Trim('*', '_', ' ');
        return folded.Length is 0 or > LongestTitle ? null : folded;
    }

    [GeneratedRegex(@"(?<!danh )\b(?<word>mục|chỉ) tiểu\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Misread();
}
