namespace NamRo.Language;

/// <summary>
/// Finds the days, months, quarters and years in a deadline's words, tolerant of what recognition does to roman numbers and accents.
/// </summary>
internal static class TimeAtomReader
{
    private const int EarliestPlanYear = 2000;
    private const int LatestPlanYear = 2075;

    private static readonly PhraseTable YearWords = PhraseTable.Of("nam | ca nam | trong nam | het nam | cuoi nam", bare: true);

    /// <summary>Every atom, in order, with missing years filled in from the neighbours, then from <paramref name="year"/>.</summary>
    public static List<TimeAtom> Read(string text, IReadOnlyList<Lexeme> lexemes, int? year)
    {
        var atoms = new List<TimeAtom>();
        for (var i = 0; i < lexemes.Count;)
        {
            var before = atoms.Count;
            var next = ReadAt(text, lexemes, i, atoms);
            for (var k = before; k < atoms.Count; k++)
            {
                atoms[k] = atoms[k] with { At = i, Next = next };
            }

            i = next > i ? next : i + 1;
        }

        FillYears(atoms, year);
        return atoms;
    }

    /// <summary>Adds what begins at a lexeme; returns the lexeme after it, or the same when nothing does.</summary>
    public static int ReadAt(string text, IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        if (lexemes[at].IsBare("thang")
            || (lexemes[at].IsBare("t") && at + 1 < lexemes.Count && (lexemes[at + 1].IsNumber || lexemes[at + 1].Is('.'))))
        {
            return ReadMonths(lexemes, at, at + 1, atoms);
        }

        if (lexemes[at].IsBare("quy") || lexemes[at].IsBare("qui") || (lexemes[at].IsBare("q") && lexemes[at].IsCapital))
        {
            return ReadQuarters(text, lexemes, at, atoms);
        }

        if (DateReader.ReadAt(lexemes, at) is { Date: { Day: { } day, Month: { } month } } full)
        {
            atoms.Add(new TimeAtom(DeadlineKind.Date, full.Date.Year, month, day));
            return full.Next;
        }

        return lexemes[at].IsNumber ? ReadNumber(lexemes, at, atoms) : ReadDayOrYear(lexemes, at, atoms);
    }

    private static void FillYears(List<TimeAtom> atoms, int? year)
    {
        for (var i = atoms.Count - 2; i >= 0; i--)
        {
            atoms[i] = atoms[i] with { Year = atoms[i].Year ?? atoms[i + 1].Year };
        }

        for (var i = 0; i < atoms.Count; i++)
        {
            atoms[i] = atoms[i] with { Year = atoms[i].Year ?? (i > 0 ? atoms[i - 1].Year : year) };
        }
    }

    /// <summary>"Tháng 6/2026", "tháng 7,8/2025", "tháng 3-6 năm 2026", "T6".</summary>
    private static int ReadMonths(IReadOnlyList<Lexeme> lexemes, int at, int from, List<TimeAtom> atoms)
    {
        var i = from;
        while (i < lexemes.Count && (lexemes[i].Is('.') || lexemes[i].Is(':')))
        {
            i++;
        }

        var months = new List<int>();
        while (i < lexemes.Count && DateReader.IsMonth(lexemes[i].Value) && DateReader.ReadFigures(lexemes, i) is null)
        {
            months.Add(lexemes[i].Value);
            i++;
            if (!IsListJoint(lexemes, i) || i + 1 >= lexemes.Count || !DateReader.IsMonth(lexemes[i + 1].Value))
            {
                break;
            }

            i++;
        }

        if (months.Count == 0)
        {
            return at;
        }

        // A joint that led to a full date ("tháng 3 - 30/6/2026") belongs to neither.
        i = IsListJoint(lexemes, i - 1) ? i - 1 : i;
        var year = ReadYear(lexemes, ref i);
        atoms.AddRange(months.Select(month => new TimeAtom(DeadlineKind.Month, year, month)));
        return i;
    }

    /// <summary>"Quý II/2026", "Quý 2 năm 2026", "Quý I, III", with the slips H = II, l = I, 1 = I.</summary>
    private static int ReadQuarters(string text, IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        var i = at + 1;
        while (i < lexemes.Count && lexemes[i].Is('.'))
        {
            i++;
        }

        var quarters = new List<int>();
        while (ReadQuarterNumber(text, lexemes, i, out var next) is var quarter and > 0)
        {
            quarters.Add(quarter);
            i = next;
            if (!IsListJoint(lexemes, i) || ReadQuarterNumber(text, lexemes, i + 1, out _) == 0)
            {
                break;
            }

            i++;
        }

        if (quarters.Count == 0)
        {
            return at;
        }

        var year = ReadYear(lexemes, ref i);
        atoms.AddRange(quarters.Select(quarter => new TimeAtom(DeadlineKind.Quarter, year, quarter)));
        return i;
    }

    private static int ReadQuarterNumber(string text, IReadOnlyList<Lexeme> lexemes, int at, out int next)
    {
        next = at;
        if (at >= lexemes.Count || (!lexemes[at].IsNumber && !lexemes[at].IsWord && !lexemes[at].Is('|')))
        {
            return 0;
        }

        while (next < lexemes.Count && (lexemes[next].IsNumber || lexemes[next].IsWord || lexemes[next].Is('|'))
            && (next == at || DateReader.IsJoined(lexemes, next - 1)))
        {
            next++;
        }

        var written = text[lexemes[at].From..lexemes[next - 1].To];
        if (written.Length == 1 && written[0] is >= '1' and <= '4')
        {
            return written[0] - '0';
        }

        var roman = string.Concat(written.Select(c => c switch
        {
            'I' or 'i' or 'l' or '1' or '|' or 'Í' or 'Ỉ' or 'Ị' => "I",
            'H' => "II",
            'V' or 'v' => "V",
            _ => "?",
        }));
        return roman switch { "I" => 1, "II" => 2, "III" => 3, "IV" => 4, _ => 0 };
    }

    /// <summary>
    /// What begins with a figure: "30/6", "8/2025", "7,8/2025", "15-20/6/2026", "6 tháng đầu năm 2026", "2025-2026", "2026".
    /// </summary>
    private static int ReadNumber(IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        var part = ReadPartOfYear(lexemes, at, atoms);
        if (part > at)
        {
            return part;
        }

        if (IsPlanYear(lexemes[at]) && !DateReader.ContinuesAsNumber(lexemes, at + 1))
        {
            atoms.Add(new TimeAtom(DeadlineKind.Year, lexemes[at].Value));
            return at + 1;
        }

        if (at + 2 >= lexemes.Count)
        {
            return at;
        }

        var (first, second) = (lexemes[at].Value, lexemes[at + 2].Value);
        if (lexemes[at + 1].Is('/') && DateReader.IsMonth(first) && DateReader.IsYear(second)
            && !DateReader.ContinuesAsNumber(lexemes, at + 3))
        {
            atoms.Add(new TimeAtom(DeadlineKind.Month, second, first));
            return at + 3;
        }

        if (IsListJoint(lexemes, at + 1))
        {
            return ReadFigureList(lexemes, at, atoms);
        }

        return lexemes[at + 1].Is('/') ? ReadDayMonth(lexemes, at, atoms) : at;
    }

    /// <summary>
    /// "7,8/2025", "3-6/2026": months before the one that carries the year; "15-20/6/2026": days before the one that carries month and
    /// year.
    /// </summary>
    private static int ReadFigureList(IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        var inner = new List<TimeAtom>();
        var next = lexemes[at + 2].IsNumber ? ReadAt(string.Empty, lexemes, at + 2, inner) : at;
        if (inner.Count == 0 || next <= at + 2)
        {
            return at;
        }

        var (value, follower) = (lexemes[at].Value, inner[0]);
        var isDay = follower.Kind == DeadlineKind.Date && DateReader.IsDay(value) && DateReader.IsJoined(lexemes, at)
            && value < follower.Day;
        var isMonth = follower.Kind == DeadlineKind.Month && DateReader.IsMonth(value) && value < follower.Number;
        if (!isDay && !isMonth)
        {
            return at;
        }

        atoms.Add(isDay ? follower with { Day = value } : follower with { Number = value });
        atoms.AddRange(inner);
        return next;
    }

    private static int ReadDayMonth(IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        var (day, month) = (lexemes[at].Value, lexemes[at + 2].Value);
        var isClock = day == 24 && month == 7;
        if (!DateReader.IsDay(day) || !DateReader.IsMonth(month) || isClock || DateReader.ContinuesAsNumber(lexemes, at + 3))
        {
            return at;
        }

        var i = at + 3;
        var year = lexemes[i - 1].To == lexemes[^1].To ? null : ReadYear(lexemes, ref i);
        atoms.Add(new TimeAtom(DeadlineKind.Date, year, month, day));
        return i;
    }

    /// <summary>"6 tháng đầu năm 2026", "09 tháng đầu năm", "6 tháng cuối năm 2026".</summary>
    private static int ReadPartOfYear(IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        var months = lexemes[at].Value;
        if (!DateReader.IsMonth(months) || at + 2 >= lexemes.Count || !lexemes[at + 1].IsBare("thang")
            || !(lexemes[at + 2].IsBare("dau") || lexemes[at + 2].IsBare("cuoi")))
        {
            return at;
        }

        var isFirst = lexemes[at + 2].IsBare("dau");
        var i = at + 3;
        if (i < lexemes.Count && lexemes[i].IsBare("nam") && (i + 1 >= lexemes.Count || !IsPlanYear(lexemes[i + 1])))
        {
            i++;
        }

        var year = ReadYear(lexemes, ref i);
        atoms.Add(isFirst ? new TimeAtom(DeadlineKind.Range, year, months, 0, 1)
            : new TimeAtom(DeadlineKind.Range, year, 12, 0, 13 - months));
        return i;
    }

    /// <summary>"ngày 30/6", "năm 2026", "cuối năm".</summary>
    private static int ReadDayOrYear(IReadOnlyList<Lexeme> lexemes, int at, List<TimeAtom> atoms)
    {
        if (lexemes[at].IsBare("ngay") && at + 3 < lexemes.Count && lexemes[at + 2].Is('/'))
        {
            var next = ReadDayMonth(lexemes, at + 1, atoms);
            return next > at + 1 ? next : at;
        }

        var words = YearWords.LengthAt(lexemes, at);
        if (words == 0)
        {
            return at;
        }

        var i = at + words;
        if (i < lexemes.Count && IsPlanYear(lexemes[i]))
        {
            atoms.Add(new TimeAtom(DeadlineKind.Year, lexemes[i].Value));
            return i + 1;
        }

        var isWholeYear = words > 1 && (i >= lexemes.Count || lexemes[i].Kind is LexemeKind.Mark or LexemeKind.LineEnd);
        if (!isWholeYear)
        {
            return at;
        }

        atoms.Add(new TimeAtom(DeadlineKind.Year, null));
        return i;
    }

    /// <summary>The year after a month or a quarter: "/2026", "-2026", " năm 2026", " 2026".</summary>
    private static int? ReadYear(IReadOnlyList<Lexeme> lexemes, ref int next)
    {
        var i = next;
        while (i < lexemes.Count && i < next + 2
            && (DateReader.IsSeparator(lexemes[i]) || lexemes[i].Is(',') || lexemes[i].Is(')') || lexemes[i].IsBare("nam")))
        {
            i++;
        }

        if (i >= lexemes.Count || !IsPlanYear(lexemes[i]) || DateReader.ReadFigures(lexemes, i) is not null)
        {
            return null;
        }

        next = i + 1;
        return lexemes[i].Value;
    }

    private static bool IsPlanYear(Lexeme lexeme) => lexeme.Key.Length == 4 && lexeme.Value is >= EarliestPlanYear and <= LatestPlanYear;

    private static bool IsListJoint(IReadOnlyList<Lexeme> lexemes, int at) =>
        at >= 0 && at < lexemes.Count && (lexemes[at].Is(',') || lexemes[at].Is('-') || lexemes[at].Is('+') || lexemes[at].Is('&')
            || lexemes[at].Is('÷') || lexemes[at].IsBare("va") || lexemes[at].IsBare("den"));
}
