using System.Globalization;

namespace NamRo.Extraction;

/// <summary>
/// The kinds of numbers and bullets at the start of a paragraph, by the habit of administrative documents from outer to inner.
/// </summary>
public enum LabelKind
{
    /// <summary>No number at all.</summary>
    None,

    /// <summary>Phần, Chương, Mục, Điều.</summary>
    Named,

    /// <summary>"A."</summary>
    UpperLetter,

    /// <summary>"I."</summary>
    Roman,

    /// <summary>"1." or "1.2.3."</summary>
    Arabic,

    /// <summary>"a)"</summary>
    LowerLetter,

    /// <summary>"(1)" or "(i)"</summary>
    Bracketed,

    /// <summary>"1)"</summary>
    ArabicBracket,

    /// <summary>A dash.</summary>
    Dash,

    /// <summary>A plus.</summary>
    Plus,

    /// <summary>Any other bullet.</summary>
    Bullet,
}

/// <summary>The number or bullet at the start of a paragraph.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">As written without closing punctuation: "I", "1.2", "a", "(1)", "-".</param>
/// <param name="Depth">Number of components for arabic labels ("1.2.3" is 3), otherwise 1.</param>
/// <param name="Ordinal">Last component as a number (I, 1, a = 1); 0 for bullets.</param>
/// <param name="Length">UTF-16 units it takes at the start of the paragraph, following white space included.</param>
public readonly record struct ItemLabel(LabelKind Kind, string Text, int Depth, int Ordinal, int Length)
{
    private const string LowerLetters = "abcdđeghiklmnopqrstuvxy";
    private static readonly string[] Names = ["Phần", "Chương", "Mục", "Tiểu mục", "Điều"];

    /// <summary>"Nhiệm vụ 1: ...": items of a list that are numbered by what they are.</summary>
    private static readonly string[] Kinds = ["Nhiệm vụ", "Dự án", "Tiểu dự án", "Đề án", "Nội dung", "Hoạt động", "Giải pháp", "Chỉ tiêu"];

    public static ItemLabel None { get; } = new(LabelKind.None, string.Empty, 0, 0, 0);

    /// <summary>Reads the label at the start of a paragraph; <see cref="None"/> when there is none.</summary>
    public static ItemLabel Read(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '*' or '_'))
        {
            start++;
        }

        if (start >= text.Length)
        {
            return None;
        }

        var bullet = ReadBullet(text, start);
        if (bullet.Kind != LabelKind.None)
        {
            return bullet;
        }

        var bracketed = ReadBracketed(text, start);
        if (bracketed.Kind != LabelKind.None)
        {
            return bracketed;
        }

        var named = ReadNamed(text, start);
        if (named.Kind == LabelKind.None)
        {
            named = ReadKind(text, start);
        }

        return named.Kind != LabelKind.None ? named : ReadNumberOrLetter(text, start);
    }

    /// <summary>The value of a roman numeral up to 39, or 0.</summary>
    public static int Roman(string text)
    {
        var total = 0;
        var previous = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = text[i] switch { 'I' or 'i' => 1, 'V' or 'v' => 5, 'X' or 'x' => 10, _ => 0 };
            if (value == 0)
            {
                return 0;
            }

            total += value < previous ? -value : value;
            previous = Math.Max(previous, value);
        }

        return total is > 0 and < 40 && string.Equals(ToRoman(total), text, StringComparison.OrdinalIgnoreCase) ? total : 0;
    }

    private static string ToRoman(int value)
    {
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return new string('X', value / 10) + ones[value % 10];
    }

    private static ItemLabel ReadBullet(string text, int start)
    {
        var i = start;
        var kind = Kind(text[i]);
        if (kind == LabelKind.None)
        {
            return None;
        }

        var mark = text[i];
        i++;

        // "- + Đơn vị chủ trì": a bullet of a bullet, as converters write nested lists; the inner one counts.
        var next = SkipBlanks(text, i);
        if (next > i && next + 1 < text.Length && Kind(text[next]) != LabelKind.None && text[next + 1] == ' ')
        {
            kind = Kind(text[next]);
            mark = text[next];
            i = next + 1;
        }

        var attached = i < text.Length && !char.IsWhiteSpace(text[i]);
        if (attached && (char.IsDigit(text[i]) || (mark == '*' && text[i] == '*')))
        {
            return None;
        }

        return new ItemLabel(kind, mark.ToString(), 1, 0, SkipBlanks(text, i));

        static LabelKind Kind(char c) => c switch
        {
            '-' or '–' or '—' or '−' => LabelKind.Dash,
            '+' => LabelKind.Plus,
            '•' or '●' or '▪' or '◦' or '■' or '➢' or '✓' or '*' or '·' or (>= '\uF000' and <= '\uF0FF') => LabelKind.Bullet,
            _ => LabelKind.None,
        };
    }

    private static ItemLabel ReadBracketed(string text, int start)
    {
        if (text[start] != '(')
        {
            return None;
        }

        var close = text.IndexOf(')', start);
        if (close < 0 || close - start is < 2 or > 5)
        {
            return None;
        }

        var inner = text[(start + 1)..close].Trim();
        var ordinal = int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Roman(inner);
        if (ordinal == 0 && inner.Length == 1)
        {
            ordinal = LowerLetters.IndexOf(char.ToLowerInvariant(inner[0]), StringComparison.Ordinal) + 1;
        }

        return ordinal is > 0 and < 100 ? new ItemLabel(LabelKind.Bracketed, $"({inner})", 1, ordinal, SkipBlanks(text, close + 1)) : None;
    }

    private static ItemLabel ReadNamed(string text, int start)
    {
        foreach (var name in Names)
        {
            if (string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0
                || start + name.Length >= text.Length || text[start + name.Length] != ' ')
            {
                continue;
            }

            var from = start + name.Length + 1;
            var to = from;
            while (to < text.Length && char.IsLetterOrDigit(text[to]))
            {
                to++;
            }

            var number = text[from..to];
            var ordinal = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Roman(number);
            var ends = to >= text.Length || text[to] is '.' or ':' or '\n' || (text[to] == ' ' && char.IsUpper(text[start + 1]));
            if (ordinal > 0 && ends)
            {
                var after = to < text.Length && text[to] is '.' or ':' ? to + 1 : to;
                return new ItemLabel(LabelKind.Named, $"{name} {number}", 1, ordinal, SkipBlanks(text, after));
            }
        }

        return None;
    }

    private static ItemLabel ReadKind(string text, int start)
    {
        foreach (var kind in Kinds)
        {
            var from = start + kind.Length + 1;
            if (from >= text.Length || text[from - 1] != ' ' || string.CompareOrdinal(text, start, kind, 0, kind.Length) != 0)
            {
                continue;
            }

            var to = from;
            while (to < text.Length && char.IsDigit(text[to]))
            {
                to++;
            }

            var length = SkipBlanks(text, to + 1);
            if (to - from is 1 or 2 && length > to + 1 && text[to] is ':' or '.')
            {
                var number = text[from..to];
                return new ItemLabel(LabelKind.Arabic, number, 1, int.Parse(number, CultureInfo.InvariantCulture), length);
            }
        }

        return None;
    }

    private static ItemLabel ReadNumberOrLetter(string text, int start)
    {
        var i = start;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsDigit(text[i + 1]))))
        {
            i++;
        }

        var body = text[start..i];
        if (body.Length is 0 or > 14)
        {
            return None;
        }

        var closer = i < text.Length ? text[i] : '\0';
        var bold = i + 1 < text.Length && text[i] is '*' && text[i + 1] is '*';
        var dashed = closer is '-' or '–' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);
        if (closer is not ('.' or ')' or '/' or ':') && !bold && !dashed)
        {
            return ReadBareDecimal(text, body, i);
        }

        var length = SkipBlanks(text, i + 1);
        if (char.IsDigit(body[0]))
        {
            return ReadArabic(text, body, closer, i, length);
        }

        if (closer is '/' or ':' || body.Contains('.'))
        {
            return None;
        }

        if (body.Length == 1 && char.IsLower(body[0]) && closer is ')' or '.')
        {
            var at = LowerLetters.IndexOf(body[0], StringComparison.Ordinal);
            return at >= 0 && body.Length == 1 ? new ItemLabel(LabelKind.LowerLetter, body, 1, at + 1, length) : None;
        }

        var roman = Roman(body);
        if (roman > 0 && char.IsUpper(body[0]))
        {
            return new ItemLabel(LabelKind.Roman, body, 1, roman, length);
        }

        return body.Length == 1 && body[0] is >= 'A' and <= 'H' && closer == '.'
            ? new ItemLabel(LabelKind.UpperLetter, body, 1, body[0] - 'A' + 1, length)
            : None;
    }

    /// <summary>"1.1 Tiêu đề": a decimal number of two or more parts needs no closing stop.</summary>
    private static ItemLabel ReadBareDecimal(string text, string body, int end)
    {
        if (!body.Contains('.') || end >= text.Length || !char.IsWhiteSpace(text[end]))
        {
            return None;
        }

        var parts = body.Split('.');
        var after = SkipBlanks(text, end);
        var titled = after < text.Length && (char.IsUpper(text[after]) || text[after] is '"' or '“' or '*');
        return titled && parts.All(p => p.Length is 1 or 2 && p.All(char.IsDigit))
            ? new ItemLabel(LabelKind.Arabic, body, parts.Length, int.Parse(parts[^1], CultureInfo.InvariantCulture), after)
            : None;
    }

    private static ItemLabel ReadArabic(string text, string body, char closer, int end, int length)
    {
        var parts = body.Split('.');
        if (parts.Any(p => p.Length is 0 or > 3 || !p.All(char.IsDigit))
            || (closer == '/' && end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1])))
        {
            return None;
        }

        var ordinal = int.Parse(parts[^1], CultureInfo.InvariantCulture);
        if (closer == ')')
        {
            return new ItemLabel(LabelKind.ArabicBracket, body, 1, ordinal, length);
        }

        // "3.450 hồ sơ" is a figure, "3.450." is not a section either.
        return parts.Length > 1 && parts[^1].Length == 3 ? None : new ItemLabel(LabelKind.Arabic, body, parts.Length, ordinal, length);
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] == '*'))
        {
            i++;
        }

        return i;
    }
}
