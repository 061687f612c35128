using System.Text;
using System.Text.RegularExpressions;

namespace NamRo.Kernel.Sheets;

/// <summary>Text as a cell of a workbook can hold it.</summary>
internal static partial class SheetText
{
    /// <summary>Excel's own limit.</summary>
    public const int LongestCell = 32_767;

    /// <summary>
    /// Without characters that XML forbids, cut to what a cell holds, and with "_x0041_" guarded, which Excel would read as a letter.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
            {
                clean.Append(text, at++, 2);
            }
            else if (text[at] is '\t' or '\n' or (>= ' ' and not '\uFFFE' and not '\uFFFF') && !char.IsSurrogate(text[at]))
            {
                clean.Append(text[at]);
            }
            else if (char.IsWhiteSpace(text[at]))
            {
                clean.Append(' ');
            }
        }

        var guarded = EscapedLetter().Replace(clean.ToString(), "_x005F_");
        return guarded.Length <= LongestCell ? guarded : guarded[..(LongestCell - 1)] + "…";
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapedLetter();
}
