using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NamRo.Reading.PlainText;

/// <summary>Text without its Markdown and HTML marks, and what the marks said.</summary>
internal readonly partial record struct InlineMarkup(string Text, bool IsBold, bool IsItalic)
{
    /// <summary>Removes emphasis marks, known tags and escapes. Line breaks written as tags become "\n".</summary>
    public static InlineMarkup Strip(string written)
    {
        var text = written.Contains('<', StringComparison.Ordinal) ? StripTags(written) : written;
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text).Normalize(NormalizationForm.FormC) : text;
        var trimmed = text.Trim();
        var bold = IsWrapped(trimmed, "**") || IsWrapped(trimmed, "__");
        text = text.Replace("**", string.Empty, StringComparison.Ordinal);
        text = text.StartsWith("__", StringComparison.Ordinal) && bold ? text.Trim().Trim('_') : text;
        var italic = IsWrapped(text.Trim(), "*");
        text = StripSingle(text);
        return new InlineMarkup(Unescape(text), bold, italic);
    }

    private static bool IsWrapped(string text, string mark) =>
        text.Length > 2 * mark.Length
        && text.StartsWith(mark, StringComparison.Ordinal)
        && text.EndsWith(mark, StringComparison.Ordinal)
        && text.IndexOf(mark, mark.Length, StringComparison.Ordinal) == text.Length - mark.Length;

    private static string StripTags(string text)
    {
        text = BreakTag().Replace(text, "\n");
        return KnownTag().Replace(text, string.Empty);
    }

    /// <summary>Drops pairs of single asterisks around words; "(*)" and a lone asterisk stay.</summary>
    private static string StripSingle(string text)
    {
        var open = text.IndexOf('*', StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var from = 0;
        while (open >= 0 && open + 2 < text.Length)
        {
            var close = text.IndexOf('*', open + 1);
            if (close < 0)
            {
                break;
            }

            if (IsEmphasis(text, open, close))
            {
                plain.Append(text, from, open - from).Append(text, open + 1, close - open - 1);
                from = close + 1;
                open = text.IndexOf('*', from);
            }
            else
            {
                open = close;
            }
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsEmphasis(string text, int open, int close) =>
        close > open + 1
        && (char.IsLetterOrDigit(text[open + 1]) || text[open + 1] is '"' or '“' or '(')
        && !char.IsWhiteSpace(text[close - 1])
        && text[close - 1] != '('
        && (open == 0 || !char.IsLetterOrDigit(text[open - 1]));

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var escapes = text[i] == '\\' && i + 1 < text.Length && "*_|#-+.()[]<>`\\&~".Contains(text[i + 1], StringComparison.Ordinal);
            plain.Append(escapes ? text[++i] : text[i]);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"<br ?/?>|</p> ?<p>|</li> ?<li>|</div> ?<div>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex BreakTag();

    [GeneratedRegex(
        @"</?(p|b|strong|i|em|u|s|sup|sub|span|div|font|ul|ol|li|a|small|center)( [^<>]{0,200})?/?>",
            RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex KnownTag();
}
