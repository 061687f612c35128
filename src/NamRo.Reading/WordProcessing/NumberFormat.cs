using System.Globalization;

namespace NamRo.Reading.WordProcessing;

/// <summary>Writes the numbers of automatic lists (ST_NumberFormat).</summary>
internal static class NumberFormat
{
    private const int LastRoman = 3999;
    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
    ];

    private static readonly string[] Counting = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    public static string Write(int number, string? format) => format switch
    {
        "upperRoman" => ToRoman(number),
        "lowerRoman" => ToRoman(number).ToLowerInvariant(),
        "upperLetter" => ToLetters(number),
        "lowerLetter" => ToLetters(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "vietnameseCounting" when number >= 1 && number <= Counting.Length => Counting[number - 1],
        "none" => string.Empty,
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What a bullet's glyph is written as: plans tell levels apart by "-" and "+" only.</summary>
    public static string WriteBullet(string? glyph) => glyph?.Trim() is "+" or "＋" ? "+" : "-";

    private static string ToRoman(int number)
    {
        if (number is < 1 or > LastRoman)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var written = string.Empty;
        foreach (var (value, digits) in Roman)
        {
            for (; number >= value; number -= value)
            {
                written += digits;
            }
        }

        return written;
    }

    /// <summary>A to Z, then AA, BB, ...: as word processors count.</summary>
    private static string ToLetters(int number) =>
        number is < 1 or > 26 * 40 ? number.ToString(CultureInfo.InvariantCulture)
            : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
