using System.Globalization;

namespace NamRo.Language;

/// <summary>
/// Cuts a text into words, numbers and marks, each with its place. Dashes come out as '-', every other mark as it is; white space is
/// dropped, line ends are kept.
/// </summary>
internal static class Lexer
{
    /// <summary>Longer texts are cut off: cells and paragraphs are far shorter.</summary>
    public const int LengthLimit = 2_000_000;

    public static List<Lexeme> Read(string text)
    {
        var lexemes = new List<Lexeme>(text.Length / 4 + 1);
        var limit = Math.Min(text.Length, LengthLimit);
        for (var i = 0; i < limit;)
        {
            var c = text[i];
            if (c == '\n')
            {
                lexemes.Add(new Lexeme(i, i + 1, LexemeKind.LineEnd, "\n", "\n", IsCapital: false));
                i++;
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c) || VietnameseText.IsInvisible(c))
            {
                i++;
            }
            else
            {
                var lexeme = Next(text, i, limit);
                lexemes.Add(lexeme);
                i = lexeme.To;
            }
        }

        return lexemes;
    }

    /// <summary>The comparison key of one word.</summary>
    public static string Key(string word) => Keys(word).Key;

    private static Lexeme Next(string text, int from, int limit)
    {
        var to = from + 1;
        if (char.IsAsciiDigit(text[from]))
        {
            while (to < limit && char.IsAsciiDigit(text[to]))
            {
                to++;
            }

            var digits = text[from..to];
            return new Lexeme(from, to, LexemeKind.Number, digits, digits, IsCapital: false);
        }

        if (!IsLetter(text[from]))
        {
            var mark = TextFolder.IsDash(text[from]) ? "-" : text[from].ToString();
            return new Lexeme(from, to, LexemeKind.Mark, mark, mark, IsCapital: false);
        }

        while (to < limit && (IsLetter(text[to]) || IsInnerApostrophe(text, to, limit)))
        {
            to++;
        }

        var (key, bare) = Keys(text[from..to]);
        return new Lexeme(from, to, LexemeKind.Word, key, bare, char.IsUpper(text[from]));
    }

    /// <summary>"R’lấp": names of the highlands.</summary>
    private static bool IsInnerApostrophe(string text, int at, int limit) => text[at] is '’' or '\'' && at + 1 < limit
        && IsLetter(text[at + 1]);

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || VietnameseText.IsInvisible(c);

    private static (string Key, string Bare) Keys(string word)
    {
        var key = VietnameseText.Fold(word);
        var bare = string.Create(key.Length, key, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = Letters.WithoutAccent(source[i]);
            }
        });
        return (key, bare);
    }
}
