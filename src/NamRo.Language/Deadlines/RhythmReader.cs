namespace NamRo.Language;

/// <summary>Finds the rhythm in words such as "hằng tháng", "định kỳ 6 tháng, năm", "02 lần/năm", "tháng/lần".</summary>
internal static class RhythmReader
{
    private static readonly PhraseTable Each = PhraseTable.Of("""
        hang | moi | tung | cac | dinh ky | dinh ki | dinh ky theo | dinh ky hang | cuoi moi | cuoi hang
        """, bare: true);

    public static Rhythm First(IReadOnlyList<Lexeme> lexemes)
    {
        for (var i = 0; i < lexemes.Count; i++)
        {
            var each = Each.LengthAt(lexemes, i);
            var rhythm = each > 0 ? PeriodAt(lexemes, i + each) : TimesAt(lexemes, i);
            if (rhythm != Rhythm.None)
            {
                return rhythm;
            }
        }

        return Rhythm.None;
    }

    private static Rhythm PeriodAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Count)
        {
            return Rhythm.None;
        }

        if (lexemes[at].IsNumber)
        {
            return CountedMonths(lexemes, at);
        }

        return lexemes[at].IsBare("nam") && FollowedByMore(lexemes, at + 1) ? Rhythm.None : Unit(lexemes[at]);
    }

    /// <summary>"các năm tiếp theo" is no rhythm of its own.</summary>
    private static bool FollowedByMore(IReadOnlyList<Lexeme> lexemes, int at) =>
        at < lexemes.Count && (lexemes[at].Bare is "tiep" or "sau" || lexemes[at].IsNumber);

    /// <summary>"02 lần/năm", "1 lần/quý", "tháng/lần", "6 tháng, năm", "năm một lần".</summary>
    private static Rhythm TimesAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (lexemes[at].IsBare("lan") && at + 2 < lexemes.Count && lexemes[at + 1].Is('/'))
        {
            var twice = at > 0 && lexemes[at - 1].Value is 2;
            var unit = Unit(lexemes[at + 2]);
            return twice && unit == Rhythm.Year ? Rhythm.HalfYear : unit;
        }

        if (lexemes[at].IsBare("thang") && at + 2 < lexemes.Count && lexemes[at + 1].IsBare("cuoi") && lexemes[at + 2].IsBare("quy"))
        {
            return at + 3 < lexemes.Count && (lexemes[at + 3].IsNumber || lexemes[at + 3].IsCapital) ? Rhythm.None : Rhythm.Quarter;
        }

        if (lexemes[at].IsNumber && at + 1 < lexemes.Count && lexemes[at + 1].IsBare("thang"))
        {
            var next = at + 2;
            var isCycle = next < lexemes.Count
                && (lexemes[next].Is('/') || lexemes[next].Is(',') || lexemes[next].IsBare("va") || lexemes[next].IsBare("mot"));
            var names = next + 1 < lexemes.Count
                && (lexemes[next + 1].IsBare("nam") || lexemes[next + 1].IsBare("lan") || lexemes[next + 1].IsBare("hang")
                || lexemes[next + 1].IsBare("ca"));
            return isCycle && names ? CountedMonths(lexemes, at) : Rhythm.None;
        }

        var perTime = at + 2 < lexemes.Count && ((lexemes[at + 1].Is('/') && lexemes[at + 2].IsBare("lan"))
            || (lexemes[at + 1].IsBare("mot") && lexemes[at + 2].IsBare("lan")));
        return perTime || IsEnumeration(lexemes, at) ? Unit(lexemes[at]) : Rhythm.None;
    }

    /// <summary>"Tháng, quý, năm" without numbers, as in report calendars.</summary>
    private static bool IsEnumeration(IReadOnlyList<Lexeme> lexemes, int at) =>
        at + 2 < lexemes.Count && lexemes[at].Bare is "thang" or "quy" && lexemes[at + 1].Is(',')
        && (Unit(lexemes[at + 2]) != Rhythm.None
        || (lexemes[at + 2].Value == 6 && at + 3 < lexemes.Count && lexemes[at + 3].IsBare("thang")))
        && (at + 3 >= lexemes.Count || !lexemes[at + 3].IsNumber);

    private static Rhythm CountedMonths(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var isMonths = at + 1 < lexemes.Count && lexemes[at + 1].IsBare("thang");
        return (isMonths, lexemes[at].Value) switch
        {
            (true, 1) => Rhythm.Month,
            (true, 3) => Rhythm.Quarter,
            (true, 6) => Rhythm.HalfYear,
            (true, 12) => Rhythm.Year,
            _ => Rhythm.None,
        };
    }

    private static Rhythm Unit(Lexeme lexeme) => lexeme.Bare switch
    {
        "tuan" => Rhythm.Week,
        "thang" => Rhythm.Month,
        "quy" => Rhythm.Quarter,
        "nam" => Rhythm.Year,
        _ => Rhythm.None,
    };
}
