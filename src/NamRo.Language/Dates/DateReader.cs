namespace NamRo.Language;

/// <summary>The grammar of dates over lexemes.</summary>
internal static class DateReader
{
    public const int FirstYear = 1930;
    public const int LastYear = 2100;

    /// <summary>The date that begins at a lexeme, and the lexeme after it.</summary>
    public static (VietnameseDate Date, int Next)? ReadAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (at > 0 && IsJoined(lexemes, at - 1) && (lexemes[at - 1].IsNumber || lexemes[at - 1].Is('/')))
        {
            return null;
        }

        return ReadWords(lexemes, at) ?? ReadIso(lexemes, at) ?? ReadFigures(lexemes, at) ?? ReadMonth(lexemes, at);
    }

    /// <summary>Day, month and year in figures, with one separator: 25/3/2026, 25-3-2026, 25.3.2026.</summary>
    public static (VietnameseDate Date, int Next)? ReadFigures(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (at + 4 >= lexemes.Count || !IsSeparator(lexemes[at + 1]) || lexemes[at + 1].Key != lexemes[at + 3].Key)
        {
            return null;
        }

        var (day, month, year) = (lexemes[at].Value, lexemes[at + 2].Value, lexemes[at + 4].Value);
        return IsDay(day) && IsMonth(month) && IsYear(year) && !ContinuesAsNumber(lexemes, at + 5)
            ? (new VietnameseDate(day, month, year, default), at + 5)
            : null;
    }

    /// <summary>A document's number goes on after the year: "12/2024/QH15", "01-2025-NĐ".</summary>
    public static bool ContinuesAsNumber(IReadOnlyList<Lexeme> lexemes, int at) =>
        at + 1 < lexemes.Count && IsJoined(lexemes, at - 1) && IsJoined(lexemes, at)
        && (lexemes[at].Is('/') || lexemes[at].Is('-')) && lexemes[at + 1].IsWord;

    public static bool IsDay(int value) => value is >= 1 and <= 31;

    public static bool IsMonth(int value) => value is >= 1 and <= 12;

    public static bool IsYear(int value) => value is >= FirstYear and <= LastYear;

    public static bool IsSeparator(Lexeme lexeme) => lexeme.Is('/') || lexeme.Is('-') || lexeme.Is('.');

    /// <summary>No white space between this lexeme and the next.</summary>
    public static bool IsJoined(IReadOnlyList<Lexeme> lexemes, int at) =>
        at >= 0 && at + 1 < lexemes.Count && lexemes[at].To == lexemes[at + 1].From;

    /// <summary>"ngày 25 tháng 3 năm 2026"; any of the three numbers may be left blank or dotted.</summary>
    private static (VietnameseDate Date, int Next)? ReadWords(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (!lexemes[at].IsBare("ngay"))
        {
            return null;
        }

        var day = ReadPart(lexemes, at + 1, "thang", IsDay);
        if (day is null)
        {
            return ReadFigures(lexemes, at + 1);
        }

        var month = ReadPart(lexemes, day.Value.Next, "nam", IsMonth);
        if (month is null)
        {
            return ReadDayAndMonth(lexemes, day.Value.Number, day.Value.Next);
        }

        var after = SkipBlanks(lexemes, month.Value.Next);
        var hasYear = after < lexemes.Count && IsYear(lexemes[after].Value);
        int? year = hasYear ? lexemes[after].Value : null;
        return (new VietnameseDate(day.Value.Number, month.Value.Number, year, default), hasYear ? after + 1 : month.Value.Next);
    }

    /// <summary>"ngày 25 tháng 3/2026", "ngày 25 tháng 3".</summary>
    private static (VietnameseDate Date, int Next)? ReadDayAndMonth(IReadOnlyList<Lexeme> lexemes, int? day, int at)
    {
        if (at >= lexemes.Count || !IsMonth(lexemes[at].Value) || day is null)
        {
            return null;
        }

        var hasYear = at + 2 < lexemes.Count && IsSeparator(lexemes[at + 1]) && IsYear(lexemes[at + 2].Value);
        int? year = hasYear ? lexemes[at + 2].Value : null;
        return (new VietnameseDate(day, lexemes[at].Value, year, default), at + (hasYear ? 3 : 1));
    }

    /// <summary>A number or a blank, and the word that must follow.</summary>
    private static (int? Number, int Next)? ReadPart(IReadOnlyList<Lexeme> lexemes, int at, string word, Func<int, bool> isValid)
    {
        var i = SkipBlanks(lexemes, at);
        int? number = null;
        if (i < lexemes.Count && lexemes[i].IsNumber)
        {
            if (!isValid(lexemes[i].Value))
            {
                return null;
            }

            number = lexemes[i].Value;
            i = SkipBlanks(lexemes, i + 1);
        }

        return i < lexemes.Count && lexemes[i].IsBare(word) ? (number, i + 1) : null;
    }

    private static int SkipBlanks(IReadOnlyList<Lexeme> lexemes, int at)
    {
        while (at < lexemes.Count && (lexemes[at].Is('.') || lexemes[at].Is('…') || lexemes[at].Is('_') || lexemes[at].Is(',')))
        {
            at++;
        }

        return at;
    }

    private static (VietnameseDate Date, int Next)? ReadIso(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (at + 4 >= lexemes.Count || !lexemes[at + 1].Is('-') || !lexemes[at + 3].Is('-') || lexemes[at].Key.Length != 4)
        {
            return null;
        }

        var (year, month, day) = (lexemes[at].Value, lexemes[at + 2].Value, lexemes[at + 4].Value);
        return IsYear(year) && IsMonth(month) && IsDay(day) && lexemes[at + 4].Key.Length == 2
            ? (new VietnameseDate(day, month, year, default), at + 5)
            : null;
    }

    /// <summary>"tháng 3/2026", "tháng 3 năm 2026", "T3/2026", "3/2026".</summary>
    private static (VietnameseDate Date, int Next)? ReadMonth(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var named = lexemes[at].IsBare("thang") || (lexemes[at].IsBare("t") && IsJoined(lexemes, at));
        var i = named ? at + 1 : at;
        if (i + 2 >= lexemes.Count || !IsMonth(lexemes[i].Value) || !IsYear(lexemes[i + 2].Value) || ContinuesAsNumber(lexemes, i + 3))
        {
            return null;
        }

        var joins = lexemes[i + 1].Is('/') || (named && (lexemes[i + 1].IsBare("nam") || lexemes[i + 1].Is('-')));
        return joins ? (new VietnameseDate(null, lexemes[i].Value, lexemes[i + 2].Value, default), i + 3) : null;
    }
}
