using System.Collections.Frozen;

namespace NamRo.Language;

/// <summary>Reads numbers written in words. The order of parts is: units, tens, hundreds within each of nghìn, triệu, tỷ.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Digits = new Dictionary<string, int>
    {
        ["không"] = 0,
        ["một"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bốn"] = 4,
        ["năm"] = 5,
        ["sáu"] = 6,
        ["bảy"] = 7,
        ["bẩy"] = 7,
        ["tám"] = 8,
        ["chín"] = 9,
    }.ToFrozenDictionary();

    // These forms of a digit stand only after a ten ("hai mươi mốt", "mười lăm", "hai mươi tư").
    private static readonly FrozenDictionary<string, int> DigitsAfterTen = new Dictionary<string, int>
    {
        ["mốt"] = 1,
        ["tư"] = 4,
        ["lăm"] = 5,
        ["nhăm"] = 5,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>
    {
        ["trăm"] = 100,
        ["nghìn"] = 1_000,
        ["ngàn"] = 1_000,
        ["vạn"] = 10_000,
        ["triệu"] = 1_000_000,
        ["tỷ"] = 1_000_000_000,
    }.ToFrozenDictionary();

    /// <summary>The factor of a magnitude word (folded), 1 for any other word.</summary>
    public static decimal Scale(string word) => Scales.GetValueOrDefault(word, 1);

    /// <summary>
    /// The value of the number words from token <paramref name="at"/> on and how many tokens they take (0 when there are none).
    /// </summary>
    public static (decimal Value, int Count) Read(List<Token> tokens, int at)
    {
        decimal total = 0;
        decimal lastScale = decimal.MaxValue;
        int next = at;
        while (next < tokens.Count)
        {
            (int group, int count) = ReadGroup(tokens, next);
            if (count == 0)
            {
                break;
            }

            int after = next + count;
            decimal scale = after < tokens.Count ? Scale(tokens[after].Key) : 1;
            if (scale < 1_000)
            {
                scale = 1;
            }

            if (scale >= lastScale)
            {
                break;
            }

            total += group * scale;
            lastScale = scale;
            next = scale > 1 ? after + 1 : after;
            if (scale == 1)
            {
                break;
            }
        }

        return (total, next - at);
    }

    /// <summary>One number below a thousand: "hai trăm linh năm", "mười hai", "ba mươi", "bảy".</summary>
    private static (int Value, int Count) ReadGroup(List<Token> tokens, int at)
    {
        int next = at;
        int value = 0;
        if (Digit(tokens, next) is { } hundreds && Is(tokens, next + 1, "trăm"))
        {
            value = hundreds * 100;
            next += 2;
            if (Is(tokens, next, "linh") || Is(tokens, next, "lẻ"))
            {
                return Digit(tokens, next + 1) is { } single ? (value + single, next + 2 - at) : (value, next - at);
            }
        }

        if (Is(tokens, next, "mười"))
        {
            value += 10;
            next++;
        }
        else if (Digit(tokens, next) is { } tens && Is(tokens, next + 1, "mươi"))
        {
            value += tens * 10;
            next += 2;
        }
        else
        {
            return Digit(tokens, next) is { } units ? (value + units, next + 1 - at) : (value, next - at);
        }

        int? last = Digit(tokens, next) ?? LastDigit(tokens, next);
        return last is { } digit ? (value + digit, next + 1 - at) : (value, next - at);
    }

    private static int? Digit(List<Token> tokens, int at) =>
        at < tokens.Count && Digits.TryGetValue(tokens[at].Key, out int digit) ? digit : null;

    private static int? LastDigit(List<Token> tokens, int at) =>
        at < tokens.Count && DigitsAfterTen.TryGetValue(tokens[at].Key, out int digit) ? digit : null;

    private static bool Is(List<Token> tokens, int at, string word) => at < tokens.Count && tokens[at].Is(word);
}
