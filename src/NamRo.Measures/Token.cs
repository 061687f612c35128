using System.Globalization;
using NamRo.Language;

namespace NamRo.Measures;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    Date,
    Sign,
    End,
}

/// <param name="Key">A name's comparison key: lower case, without accents; else the value as written.</param>
internal readonly record struct Token(TokenKind Kind, string Key, int From, int Length)
{
    public decimal Number { get; init; }

    public DateOnly Date { get; init; }
}

/// <summary>Ends the reading of a wrong expression; never leaves <see cref="MeasureParser"/>.</summary>
internal sealed class MeasureErrorException(MeasureError error) : Exception(error.Message)
{
    public MeasureError Error { get; } = error;
}

/// <summary>Cuts an expression into tokens.</summary>
internal static class Tokens
{
    private const int LongestNumber = 15;
    private const string Quotes = "'\"“”‘’";

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = ReadOne(text, at);
            tokens.Add(token);
            at += token.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length, 0));
        return tokens;
    }

    /// <summary>The comparison key of a name: accents, case and the form of Unicode do not matter.</summary>
    public static string KeyOf(string name) => VietnameseText.WithoutAccents(name.Replace('_', ' ')).Replace(' ', '_');

    private static Token ReadOne(string text, int at) => text[at] switch
    {
        var c when char.IsLetter(c) || c == '_' => ReadName(text, at),
        >= '0' and <= '9' => ReadNumber(text, at),
        var c when Quotes.Contains(c, StringComparison.Ordinal) => ReadText(text, at),
        '<' or '>' when at + 1 < text.Length && (text[at + 1] == '=' || text[at..(at + 2)] == "<>") =>
            new Token(TokenKind.Sign, text[at..(at + 2)], at, 2),
        var c when "()+-*/.;=<>".Contains(c, StringComparison.Ordinal) => new Token(TokenKind.Sign, c.ToString(), at, 1),
        ',' => throw Wrong("Dấu phẩy chỉ dùng trong số thập phân (0,5). Giữa các giá trị hãy dùng dấu chấm phẩy “;”.", at, 1),
        var c => throw Wrong($"Không hiểu ký tự “{c}”.", at, 1),
    };

    private static Token ReadName(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || IsMark(text[end])))
        {
            end++;
        }

        return new Token(TokenKind.Name, KeyOf(text[at..end]), at, end - at);
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static Token ReadNumber(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || (text[end] is ',' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var written = text[at..end];
        if (DateOnly.TryParseExact(written, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new Token(TokenKind.Date, written, at, written.Length) { Date = date };
        }

        if (written.Count(c => c == '/') == 2)
        {
            throw Wrong($"“{written}” không phải là ngày có thật; viết ngày/tháng/năm, ví dụ 30/6/2026.", at, written.Length);
        }

        written = written.Split('/')[0];
        if (written.Length > LongestNumber || !decimal.TryParse(written.Replace(',', '.'), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number))
        {
            throw Wrong($"“{written}” không phải là số dùng được (dấu phẩy cho phần thập phân, nhiều nhất {LongestNumber} chữ số).",
                at, written.Length);
        }

        return new Token(TokenKind.Number, written, at, written.Length) { Number = number };
    }

    private static Token ReadText(string text, int at)
    {
        var closing = text[at] switch
        {
            '“' => '”',
            '‘' => '’',
            var c => c,
        };
        var end = text.IndexOf(closing, at + 1);
        return end < 0
            ? throw Wrong("Thiếu dấu đóng ngoặc kép cho đoạn chữ.", at, 1)
            : new Token(TokenKind.Text, VietnameseText.Normalize(text[(at + 1)..end]), at, end - at + 1);
    }

    private static MeasureErrorException Wrong(string message, int from, int length) => new(new MeasureError(message, from, length));
}
