namespace NamRo.Language;

/// <summary>Decides what kind of deadline some words state.</summary>
internal sealed class DeadlineReader
{
    private readonly string text;
    private readonly DateOnly? issuedOn;
    private readonly int? year;
    private readonly List<Lexeme> lexemes;
    private readonly List<TimeAtom> atoms;

    private DeadlineReader(string text, DateOnly? issuedOn, int? planYear)
    {
        this.text = text;
        this.issuedOn = issuedOn;
        year = planYear ?? issuedOn?.Year;
        lexemes = Lexer.Read(text);
        atoms = TimeAtomReader.Read(text, lexemes, year);
    }

    public static Deadline Read(string words, DateOnly? issuedOn, int? planYear)
    {
        var masked = MaskDocuments(words);
        var outside = new DeadlineReader(MaskBrackets(masked), issuedOn, planYear);
        var deadline = outside.Decide(words);
        return deadline.Kind == DeadlineKind.None ? new DeadlineReader(masked, issuedOn, planYear).Decide(words) : deadline;
    }

    /// <summary>The date of a cited document is not the deadline.</summary>
    private static string MaskDocuments(string words)
    {
        foreach (var document in DocumentNumber.FindAll(words))
        {
            var citation = document.Range.Of(words);
            words = words.Replace(citation, new string('x', citation.Length), StringComparison.Ordinal);
        }

        return words;
    }

    /// <summary>"tháng 11/2025 (sau khi ...)": what stands in brackets explains, unless there is nothing else.</summary>
    private static string MaskBrackets(string words)
    {
        var characters = words.ToCharArray();
        var depth = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            depth += characters[i] == '(' ? 1 : 0;
            var closes = characters[i] == ')';
            characters[i] = depth > 0 ? ' ' : characters[i];
            depth = closes ? Math.Max(0, depth - 1) : depth;
        }

        return depth == 0 ? new string(characters) : words;
    }

    private Deadline Decide(string words)
    {
        if (lexemes.Count == 0)
        {
            return Deadline.None;
        }

        return ReadDaysAfter(words) ?? ReadContinuous() ?? ReadRecurring() ?? ReadConditional(words) ?? ReadAtoms() ?? ReadRest();
    }

    /// <summary>
    /// "100 ngày kể từ ngày ban hành", "trong vòng 30 ngày kể từ ngày 01/7/2026"; hours and working days stay conditional.
    /// </summary>
    private Deadline? ReadDaysAfter(string words)
    {
        for (var i = 0; i + 2 < lexemes.Count; i++)
        {
            if (lexemes[i].Value < 0 || !(lexemes[i + 1].IsBare("ngay") || lexemes[i + 1].IsBare("thang") || lexemes[i + 1].IsBare("gio")))
            {
                continue;
            }

            var start = i + 2;
            var counts = start + 1 < lexemes.Count && lexemes[start].IsBare("ke") && lexemes[start + 1].IsBare("tu");
            var after = start < lexemes.Count && (lexemes[start].IsBare("sau") || lexemes[start].IsBare("tu"));
            if (!counts && !after)
            {
                continue;
            }

            var origin = StartOfCount(start);
            var count = Math.Min(lexemes[i].Value, 3650);
            return (origin, lexemes[i + 1].Bare) switch
            {
                ({ } day, "ngay") => new Deadline(DeadlineKind.Date, day.AddDays(count)),
                ({ } day, "thang") => new Deadline(DeadlineKind.Date, day.AddMonths(Math.Min(count, 120))),
                _ => new Deadline(DeadlineKind.Conditional, Condition: words.Trim()),
            };
        }

        return null;
    }

    private DateOnly? StartOfCount(int from)
    {
        var named = atoms.Find(a => a.At >= from && a.Kind == DeadlineKind.Date);
        if (named.Kind == DeadlineKind.Date)
        {
            return named.End;
        }

        var issue = DeadlineCues.Issue.IndexIn(lexemes, from);
        if (issue < 0 || issuedOn is null)
        {
            return null;
        }

        // "ngày ban hành" of this plan, not of some other paper.
        var length = DeadlineCues.Issue.LengthAt(lexemes, issue);
        var rest = lexemes.Skip(issue + length).Where(l => l.IsWord).ToList();
        var isOwn = rest.Count == 0 || rest.Exists(l => l.Bare is "nay");
        var namesPlan = rest.Count <= 3 && rest.Count > 1 && DocumentKinds.Table.LengthAt(rest, 0) > 0;
        return isOwn || namesPlan ? issuedOn : null;
    }

    private Deadline? ReadContinuous()
    {
        var at = DeadlineCues.Continuous.IndexIn(lexemes);
        var kept = DeadlineCues.Kept.IndexIn(lexemes);
        var isClock = lexemes.Count >= 3 && lexemes.Exists(l => l.Value == 24) && text.Contains("24/7", StringComparison.Ordinal);
        if (at < 0 && !isClock && !(kept >= 0 && atoms.Count == 0))
        {
            return ReadOnwards();
        }

        var firm = DeadlineCues.Firm.IndexIn(lexemes);
        if (firm >= 0 && atoms.Exists(a => a.At > firm && a.At - firm <= 5) && FirstRhythm() == Rhythm.None)
        {
            return null;
        }

        return new Deadline(DeadlineKind.Continuous, Every: FirstRhythm(), From: at >= 0 ? OnwardsStart() : null);
    }

    /// <summary>"từ 01/7/2025", "Từ tháng 7/2025 trở đi": it begins and does not end.</summary>
    private Deadline? ReadOnwards() =>
        OnwardsStart() is { } start && atoms.Count == 1 && DeadlineCues.Until.IndexIn(lexemes) < 0
            ? new Deadline(DeadlineKind.Continuous, Every: FirstRhythm(), From: start)
            : null;

    private DateOnly? OnwardsStart()
    {
        var at = DeadlineCues.Onwards.IndexIn(lexemes);
        if (at < 0 || atoms.Count == 0)
        {
            return null;
        }

        var next = at + DeadlineCues.Onwards.LengthAt(lexemes, at);
        return atoms[0].At - next is >= 0 and <= 1 ? atoms[0].Start : null;
    }

    private Deadline? ReadRecurring()
    {
        if (DeadlineCues.YearsAfter.IndexIn(lexemes) >= 0)
        {
            return atoms.Count > 1
                ? new Deadline(DeadlineKind.Range, atoms[^1].End, From: atoms[0].Start)
                : new Deadline(DeadlineKind.Recurring, atoms.Count > 0 ? atoms[0].End : null, Rhythm.Year);
        }

        var rhythm = FirstRhythm();
        var periodic = DeadlineCues.Periodic.IndexIn(lexemes);
        if (periodic < 0 && rhythm == Rhythm.None)
        {
            return null;
        }

        // "Tháng 6/2026; định kỳ hằng quý báo cáo": the work has its day, the rhythm is that of the reports.
        if (atoms.Count > 0 && atoms[0].At < periodic && lexemes.Exists(l => l.IsBare("bao")) && Separates(atoms[0].Next, periodic))
        {
            return ReadAtoms() is { } own ? own with { Every = rhythm } : null;
        }

        var due = NamedDay(rhythm) ?? (atoms.Count == 1 && atoms[0].Kind != DeadlineKind.Year ? atoms[0].End : null);
        return new Deadline(DeadlineKind.Recurring, due, rhythm);
    }

    /// <summary>"trước ngày 05 hằng tháng": the first such day after the issue of the plan.</summary>
    private DateOnly? NamedDay(Rhythm rhythm)
    {
        for (var i = 0; i + 1 < lexemes.Count; i++)
        {
            var day = lexemes[i + 1].Value;
            if (!lexemes[i].IsBare("ngay") || !DateReader.IsDay(day) || day > 28 || (i + 2 < lexemes.Count && lexemes[i + 2].Is('/')))
            {
                continue;
            }

            var start = issuedOn ?? (year is { } known ? new DateOnly(known, 1, 1) : null);
            var endsQuarter = rhythm == Rhythm.Quarter && lexemes.Exists(l => l.IsBare("cuoi"));
            return start is { } from ? FirstDay(from, day, endsQuarter) : null;
        }

        return null;
    }

    private static DateOnly FirstDay(DateOnly from, int day, bool endsQuarter)
    {
        var first = new DateOnly(from.Year, from.Month, day);
        while (first < from || (endsQuarter && first.Month % 3 != 0))
        {
            first = first.AddMonths(1);
        }

        return first;
    }

    private Rhythm FirstRhythm() => RhythmReader.First(lexemes);

    private Deadline? ReadConditional(string words)
    {
        var at = DeadlineCues.Conditional.IndexIn(lexemes);
        if (at < 0)
        {
            return null;
        }

        if (atoms.Count > 0 && (atoms[0].At < at || Separates(at, atoms[0].At)))
        {
            return null;
        }

        return new Deadline(DeadlineKind.Conditional, Condition: words.Trim());
    }

    private bool Separates(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (lexemes[i].Is(';') || lexemes[i].Is(',') || lexemes[i].Is('.') || lexemes[i].Is(':')
                || lexemes[i].Kind == LexemeKind.LineEnd
                || DeadlineCues.Firm.LengthAt(lexemes, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private Deadline? ReadAtoms()
    {
        if (atoms.Count == 0)
        {
            return null;
        }

        var last = atoms[^1];
        if (atoms.Count == 1)
        {
            return IsSpan() ? new Deadline(DeadlineKind.Range, last.End) : Single(last);
        }

        return IsList() ? Range() : Single(atoms.MaxBy(a => a.End ?? DateOnly.MinValue));
    }

    private static Deadline Single(TimeAtom atom)
    {
        var isUnreal = atom.Kind == DeadlineKind.Date && atom.Year is not null && atom.End is null;
        return isUnreal ? Deadline.None : new Deadline(atom.Kind, atom.End, From: atom.Kind == DeadlineKind.Range ? atom.Start : null);
    }

    /// <summary>"Từ nay đến 30/6/2026", "Từ đầu năm đến hết Quý II".</summary>
    private bool IsSpan() => lexemes[0].IsBare("tu") && DeadlineCues.Until.IndexIn(lexemes) is > 0 and var until && until < atoms[0].At;

    private Deadline Range()
    {
        var starts = atoms.Select(a => a.Start).OfType<DateOnly>().ToList();
        var ends = atoms.Select(a => a.End).OfType<DateOnly>().ToList();
        return ends.Count == 0 || starts.Count == 0
            ? Deadline.None
            : new Deadline(DeadlineKind.Range, ends.Max(), From: starts.Min());
    }

    /// <summary>Whether the dates form one period or a list of rounds, rather than steps with words of their own.</summary>
    private bool IsList()
    {
        if (DeadlineCues.Rounds.IndexIn(lexemes) >= 0)
        {
            return true;
        }

        for (var i = 1; i < atoms.Count; i++)
        {
            var words = 0;
            for (var k = atoms[i - 1].Next; k < atoms[i].At; k++)
            {
                var isJoint = !lexemes[k].IsWord
                    || lexemes[k].Bare is "den" or "va" or "tu" or "het" or "toi" or "nam" or "thang" or "ngay" or "cuoi" or "dau"
                    or "trong";
                words += isJoint ? 0 : 1;
            }

            if (words > 0)
            {
                return false;
            }
        }

        return atoms[0].Kind == atoms[^1].Kind || DeadlineCues.Until.IndexIn(lexemes) >= 0 || lexemes.Exists(l => l.Is('-'));
    }

    /// <summary>"Trong năm", "Cuối tháng", "Đầu năm": a period without its number.</summary>
    private Deadline ReadRest()
    {
        var isYear = lexemes.Exists(l => l.IsBare("nam")) && lexemes.Count <= 3
            && lexemes[0].Bare is "trong" or "ca" or "cuoi" or "het" or "nam";
        return isYear && year is { } known ? new Deadline(DeadlineKind.Year, new DateOnly(known, 12, 31)) : Deadline.None;
    }
}
