using System.Globalization;

namespace NamRo.Reading.Ocr;

/// <summary>The number of a table row: Arabic (1, 2.) or Roman (I, II.).</summary>
/// <param name="Suffix">The full stop after it, or nothing.</param>
internal readonly record struct RowNumber(bool IsRoman, int Value, string Suffix)
{
    private const int Largest = 999;

    private const int LongestNumber = 6;

    private const string Lookalikes = "IVXHLl1i|!][";

    private static readonly (string Letters, int Value)[] RomanParts =
        [("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];

    public RowNumber Next => this with { Value = Value + 1 };

    public RowNumber Previous => this with { Value = Value - 1 };

    /// <summary>All that a reading may mean: an upright stroke is 1 or I, and H is how the engine likes to read II.</summary>
    public static IEnumerable<RowNumber> Guess(string text)
    {
        if (Parse(text) is { } number)
        {
            yield return number;
        }

        var suffix = text.EndsWith('.') ? "." : "";
        var body = text[..^suffix.Length];
        if (body.Length > 0 && body.All(letter => Lookalikes.Contains(letter)))
        {
            var upright = string.Concat(body.Select(letter => letter is 'H' ? "II" : letter is 'V' or 'X' ? letter.ToString() : "I"));
            var roman = Parse(upright + suffix);
            foreach (var guess in (RowNumber?[])[upright == "I" ? new RowNumber(false, 1, suffix) : null, roman])
            {
                if (guess is { } meant)
                {
                    yield return meant;
                }
            }
        }
    }

    /// <summary>Whether a text could be a misread number: no other letters than those the engine takes figures for.</summary>
    public static bool CouldBe(string text) =>
        text.Length is > 0 and <= LongestNumber && text.All(letter => !char.IsLetter(letter) || Lookalikes.Contains(letter));

    public static RowNumber? Parse(string text)
    {
        var suffix = text.EndsWith('.') ? "." : "";
        var body = text[..^suffix.Length];
        if (int.TryParse(body, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value is >= 1 and <= Largest ? new(false, value, suffix) : null;
        }

        var roman = ParseRoman(body);
        return roman > 0 && ToRoman(roman) == body ? new(true, roman, suffix) : null;
    }

    public bool IsSame(RowNumber other) => IsRoman == other.IsRoman && Value == other.Value;

    public override string ToString() => (IsRoman ? ToRoman(Value) : Value.ToString(CultureInfo.InvariantCulture)) + Suffix;

    private static int ParseRoman(string letters)
    {
        var value = 0;
        foreach (var (part, worth) in RomanParts)
        {
            while (letters.StartsWith(part, StringComparison.Ordinal) && value <= Largest)
            {
                value += worth;
                letters = letters[part.Length..];
            }
        }

        return letters.Length == 0 ? value : 0;
    }

    private static string ToRoman(int value)
    {
        var letters = "";
        foreach (var (part, worth) in RomanParts)
        {
            for (; value >= worth; value -= worth)
            {
                letters += part;
            }
        }

        return letters;
    }
}
