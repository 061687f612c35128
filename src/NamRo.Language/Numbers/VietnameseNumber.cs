using System.Globalization;

namespace NamRo.Language;

/// <summary>Numbers as administrative documents write them: "3.450", "95,5", "01", "1.234.567,8", "mười hai", "hai mươi lăm".</summary>
public static class VietnameseNumber
{
    // Longer runs are codes, not amounts, and would not fit a decimal with certainty.
    private const int MostDigits = 21;

    /// <summary>
    /// Reads digits with separators. A stop groups thousands and a comma opens decimals; where the groups contradict that
    /// ("94.11", "1,000,000", "0.125"), the other reading is taken. A lone "3,000" reads 3000, since nobody writes three empty decimals.
    /// </summary>
    /// <returns>The value, or null when the digits form no number ("1.2.3").</returns>
    public static decimal? ParseDigits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Length is 0 or > MostDigits || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1]))
        {
            return null;
        }

        int stops = digits.AsSpan().Count('.');
        int commas = digits.AsSpan().Count(',');
        if (digits.Length - stops - commas != digits.Count(char.IsAsciiDigit))
        {
            return null;
        }

        return (stops, commas) switch
        {
            (0, 0) => Value(digits, ""),
            ( > 0, > 0) => WithBoth(digits),
            ( > 1, 0) => Grouped(digits, '.'),
            (0, > 1) => Grouped(digits, ','),
            (1, 0) => Lone(digits, '.', threeMeansThousands: true),
            _ => Lone(digits, ',', threeMeansThousands: false),
        };
    }

    /// <summary>
    /// Reads digits or number words from the start of the text.
    /// </summary>
    /// <returns>The value and the range it takes, or null when the text does not start with a number.</returns>
    public static (decimal Value, TextRange Range)? ReadStart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Token> tokens = Tokens.Of(text);
        if (tokens.Count == 0)
        {
            return null;
        }

        if (tokens[0].Kind == TokenKind.Number)
        {
            return ParseDigits(tokens[0].Key) is { } value ? (value, tokens[0].Range) : null;
        }

        (decimal Value, int Count) words = NumberWords.Read(tokens, 0);
        return words.Count == 0 ? null : (words.Value, new(tokens[0].Range.From, tokens[words.Count - 1].Range.To));
    }

    /// <summary>Every number in a text, digits or words, whatever it stands for; the longest reading at each place.</summary>
    public static IReadOnlyList<(decimal Value, TextRange Range)> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(decimal, TextRange)> found = [];
        List<Token> tokens = Tokens.Of(text);
        for (int at = 0; at < tokens.Count;)
        {
            (decimal words, int count) = NumberWords.Read(tokens, at);
            if (tokens[at].Kind == TokenKind.Number && ParseDigits(tokens[at].Key) is { } value)
            {
                found.Add((value, tokens[at].Range));
            }
            else if (count > 0)
            {
                found.Add((words, tokens[at].Range.Union(tokens[at + count - 1].Range)));
            }

            at += Math.Max(1, count);
        }

        return found;
    }

    /// <summary>Reads a whole text as one number, digits or words; null when it is anything else.</summary>
    public static decimal? Parse(string text)
    {
        string words = VietnameseText.Normalize(text);
        (decimal Value, TextRange Range)? start = ReadStart(words);
        return start is { } found && found.Range == new TextRange(0, words.Length) ? found.Value : null;
    }

    /// <summary>
    /// The factor that the first words of a unit stand for: "triệu đồng" is 1,000,000, "nghìn tỷ đồng" 10^12, "doanh nghiệp" 1.
    /// </summary>
    public static decimal Magnitude(string? unit)
    {
        decimal factor = 1;
        foreach (Token token in Tokens.Of(unit ?? ""))
        {
            decimal scale = NumberWords.Scale(token.Key);
            if (scale == 1)
            {
                break;
            }

            factor *= scale;
        }

        return factor;
    }

    private static decimal? Lone(string digits, char separator, bool threeMeansThousands)
    {
        int at = digits.IndexOf(separator, StringComparison.Ordinal);
        string whole = digits[..at];
        string rest = digits[(at + 1)..];
        bool canGroup = rest.Length == 3 && whole.Length <= 3 && whole[0] != '0';
        bool isGroup = canGroup && (threeMeansThousands || rest == "000");
        return isGroup ? Value(whole + rest, "") : Value(whole, rest);
    }

    private static decimal? Grouped(string digits, char separator)
    {
        string[] groups = digits.Split(separator);
        bool isRegular = groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
        return isRegular ? Value(string.Concat(groups), "") : null;
    }

    private static decimal? WithBoth(string digits)
    {
        char decimalMark = digits.LastIndexOf(',') > digits.LastIndexOf('.') ? ',' : '.';
        int at = digits.IndexOf(decimalMark, StringComparison.Ordinal);
        if (at != digits.LastIndexOf(decimalMark) || Grouped(digits[..at], decimalMark == ',' ? '.' : ',') is not { } whole)
        {
            return null;
        }

        return Value(whole.ToString(CultureInfo.InvariantCulture), digits[(at + 1)..]);
    }

    private static decimal Value(string whole, string fraction) =>
        decimal.Parse(fraction.Length == 0 ? whole : $"{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
