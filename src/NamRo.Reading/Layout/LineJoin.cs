using System.Text;

namespace NamRo.Reading.Layout;

/// <summary>Puts a text that was cut at line ends together again.</summary>
internal static class LineJoin
{
    private const string ClosingSigns = "…,.;:!?)";

    /// <summary>
    /// A hyphen or slash that hangs on a word at the line's end was the place of the cut: no space ("57-" + "NQ/TW", "2025-" + "2027").
    /// A slash after a word in small letters is an "or", after which people write a space. Closing signs stand with the word before.
    /// </summary>
    public static void Append(StringBuilder text, string next)
    {
        if (text.Length > 0 && next.Length > 0 && !JoinsDirectly(text, next[0]))
        {
            text.Append(' ');
        }

        text.Append(next);
    }

    public static string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Append(text, line);
        }

        return text.ToString();
    }

    public static string Join(string text, string next) => Join([text, next]);

    private static bool JoinsDirectly(StringBuilder text, char next)
    {
        if (ClosingSigns.Contains(next, StringComparison.Ordinal))
        {
            return true;
        }

        var last = text[^1];
        if (text.Length < 2 || char.IsWhiteSpace(text[^2]))
        {
            return false;
        }

        return last switch
        {
            '-' or '–' => char.IsLetterOrDigit(text[^2]) && char.IsLetterOrDigit(next),
            '/' => !char.IsLower(text[^2]),
            _ => false,
        };
    }
}
