using System.Text;

namespace NamRo.Reading.PlainText;

/// <summary>How pieces of one sentence that stand on several lines become one string again.</summary>
internal static class TextJoin
{
    /// <summary>Joins with a space; after a hyphen or slash that closes a word ("57-" + "NQ/TW") without one.</summary>
    public static string Join(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0)
        {
            return before + after;
        }

        return before + (ClosesWord(before) ? string.Empty : " ") + after;
    }

    /// <inheritdoc cref="Join(string, string)"/>
    public static string Join(IEnumerable<string> pieces)
    {
        var joined = new StringBuilder();
        var last = string.Empty;
        foreach (var piece in pieces.Where(piece => piece.Length > 0))
        {
            if (joined.Length > 0 && !ClosesWord(last))
            {
                joined.Append(' ');
            }

            joined.Append(piece);
            last = piece;
        }

        return joined.ToString();
    }

    /// <summary>White space runs become one space; none is left at the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static bool ClosesWord(string before) =>
        before.Length > 1 && before[^1] is '-' or '/' && !char.IsWhiteSpace(before[^2]) && char.IsLetterOrDigit(before[^2]);
}
