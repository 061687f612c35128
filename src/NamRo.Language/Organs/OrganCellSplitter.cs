namespace NamRo.Language;

/// <summary>
/// Splits a cell into unit names by the grammar of organ names: a separator divides only where a new name begins after it.
/// </summary>
internal sealed class OrganCellSplitter(string cell)
{
    private const int LabelLexemes = 7;

    private static readonly PhraseTable Conjunction = PhraseTable.Of("và | & | cùng | cùng với | phối hợp với");
    private static readonly PhraseTable LabelWords = PhraseTable.Of("chủ trì | phối hợp | thực hiện | tham mưu | đơn vị | cơ quan");

    private readonly List<Lexeme> lexemes = Lexer.Read(cell);
    private readonly List<string> names = [];
    private int start;

    public IReadOnlyList<string> Split()
    {
        start = SkipBullets(0);
        var depth = 0;
        for (var i = start; i < lexemes.Count; i++)
        {
            depth += lexemes[i].Is('(') ? 1 : 0;
            depth -= lexemes[i].Is(')') && depth > 0 ? 1 : 0;
            if (depth == 0 && i > start && Separator(i) is var length and >= 0)
            {
                Close(i);
                start = SkipBullets(i + length);
                i = start - 1;
            }
        }

        Close(lexemes.Count);
        return names;
    }

    /// <summary>How many lexemes the separator at a lexeme takes: 0 where a name begins without one, -1 where none divides.</summary>
    private int Separator(int at)
    {
        var lexeme = lexemes[at];
        if (lexeme.Is(';'))
        {
            return 1;
        }

        if (lexeme.Kind == LexemeKind.LineEnd)
        {
            return DividesLine(at) ? 1 : -1;
        }

        if (lexeme.Is(','))
        {
            var conjunction = Conjunction.LengthAt(lexemes, at + 1);
            return BeginsUnit(at + 1 + conjunction) ? 1 + conjunction : -1;
        }

        if (Conjunction.LengthAt(lexemes, at) is var length and > 0)
        {
            return BeginsUnit(at + length) ? length : -1;
        }

        if (lexeme.Is('/') || (lexeme.Is('-') && StandsFree(at)) || lexeme.Is('+') || lexeme.Is('•'))
        {
            return OpensName(at + 1) ? 1 : -1;
        }

        return lexemes[at - 1].IsWord && OpensName(at) && OrganWords.Holds.LengthAt(lexemes, at - 1) == 0 ? 0 : -1;
    }

    private bool StandsFree(int at) => lexemes[at - 1].To < lexemes[at].From && at + 1 < lexemes.Count
        && lexemes[at].To < lexemes[at + 1].From;

    private bool DividesLine(int at)
    {
        if (at + 1 >= lexemes.Count)
        {
            return true;
        }

        var before = lexemes[at - 1];
        var next = lexemes[at + 1];
        if (before.Is(',') || before.Is('-') || before.Is('&') || before.IsBare("va"))
        {
            return BeginsUnit(at + 1);
        }

        return next.Kind != LexemeKind.Word || next.IsCapital || BeginsUnit(at + 1);
    }

    /// <summary>A capital head with its name: it opens a new unit wherever it stands, unless the words before hold it.</summary>
    private bool OpensName(int at) =>
        at < lexemes.Count && lexemes[at].IsCapital && OrganWords.Opens.LengthAt(lexemes, at) > 0
        && OrganWords.IsNamed(lexemes, at) && !CompletesOffice(at) && PersonTitle.LengthAt(lexemes, start) == 0
        && (OrganWords.HeadAt(lexemes, start) > 0 || IsCollective(start));

    /// <summary>Whether a new unit begins at a lexeme, given the name that is open.</summary>
    private bool BeginsUnit(int at)
    {
        if (at >= lexemes.Count || !lexemes[at].IsWord)
        {
            return false;
        }

        if (PersonTitle.LengthAt(lexemes, start) > 0 && PersonTitle.HasPersonName(lexemes, start, at))
        {
            return OrganWords.HeadAt(lexemes, at) > 0;
        }

        var many = OrganWords.Many.LengthAt(lexemes, at);
        if (many > 0 || (PersonTitle.LengthAt(lexemes, at) > 0 && lexemes[at].IsCapital))
        {
            return true;
        }

        var head = OrganWords.HeadAt(lexemes, at);
        if (head == 0 || CompletesOffice(at))
        {
            return head == 0 && (IsAcronymName(at) || BeginsCollective(at));
        }

        if (IsCollective(start) && !lexemes[at].IsCapital)
        {
            return OrganWords.SelfNamed.LengthAt(lexemes, at) > 0 && !IsAmongCollectives(at);
        }

        return OrganWords.IsNamed(lexemes, at) || BeginsCollective(at);
    }

    /// <summary>"Các phòng, công an, quân sự": lower case in a list of kinds is a kind.</summary>
    private bool IsAmongCollectives(int at)
    {
        var next = at + OrganWords.SelfNamed.LengthAt(lexemes, at);
        return next >= lexemes.Count || lexemes[next].Is(',');
    }

    /// <summary>"Công an phường, cơ quan, đơn vị liên quan": a collective without "các" after a named unit.</summary>
    private bool BeginsCollective(int at) =>
        !IsCollective(start) && OrganWords.Collective.LengthAt(lexemes, at) > 0 && !lexemes[at].IsCapital
            && OrganWords.Level.LengthAt(lexemes, at) == 0
        && OrganWords.Field.LengthAt(lexemes, at) <= OrganWords.Collective.LengthAt(lexemes, at);

    private bool IsCollective(int at)
    {
        if (OrganWords.Many.LengthAt(lexemes, at) > 0)
        {
            return true;
        }

        var noun = OrganWords.Collective.LengthAt(lexemes, at);
        var next = at + noun;
        return noun > 0 && (next >= lexemes.Count || lexemes[next].Is(',') || OrganWords.Qualifier.LengthAt(lexemes, next) > 0);
    }

    /// <summary>"Văn phòng HĐND" is not complete before "và UBND".</summary>
    private bool CompletesOffice(int at)
    {
        if (OrganWords.Committee.LengthAt(lexemes, at) == 0 || OrganWords.Office.LengthAt(lexemes, start) == 0)
        {
            return false;
        }

        var end = at;
        while (end > start && (!lexemes[end - 1].IsWord || lexemes[end - 1].IsBare("va")))
        {
            end--;
        }

        return OrganWords.Assembly.LengthBefore(lexemes, end) > 0;
    }

    /// <summary>"Phòng VHXH, KTHTĐT": an acronym of its own between separators.</summary>
    private bool IsAcronymName(int at)
    {
        var lexeme = lexemes[at];
        var length = lexeme.To - lexeme.From;
        var isAlone = at + 1 >= lexemes.Count || lexemes[at + 1].Is(',') || lexemes[at + 1].Is(';')
            || OrganWords.Level.LengthAt(lexemes, at + 1) > 0;
        return length is >= 4 and <= 12 && isAlone && !IsCollective(start) && IsUpper(lexeme);
    }

    private bool IsUpper(Lexeme lexeme)
    {
        for (var i = lexeme.From; i < lexeme.To; i++)
        {
            if (!char.IsUpper(cell[i]))
            {
                return false;
            }
        }

        return true;
    }

    private int SkipBullets(int at)
    {
        while (at < lexemes.Count && lexemes[at].Kind is LexemeKind.Mark or LexemeKind.LineEnd && !lexemes[at].Is('('))
        {
            at++;
        }

        var numbered = at + 1 < lexemes.Count && lexemes[at].IsNumber && (lexemes[at + 1].Is('.') || lexemes[at + 1].Is(')'));
        at = numbered ? at + 2 : at;
        for (var i = at; i < Math.Min(at + LabelLexemes, lexemes.Count); i++)
        {
            if (lexemes[i].Is(':') && LabelWords.IndexIn(lexemes, at) is >= 0 and var word && word < i)
            {
                return SkipBullets(i + 1);
            }
        }

        return at;
    }

    private void Close(int end)
    {
        while (end > start && lexemes[end - 1].Kind is LexemeKind.Mark or LexemeKind.LineEnd && !lexemes[end - 1].Is(')')
            && !lexemes[end - 1].Is('"') && !lexemes[end - 1].Is('”'))
        {
            end--;
        }

        var hasWords = false;
        for (var i = start; i < end; i++)
        {
            hasWords |= lexemes[i].IsWord && lexemes[i].To - lexemes[i].From > 1;
        }

        if (hasWords)
        {
            names.Add(VietnameseText.Normalize(cell[lexemes[start].From..lexemes[end - 1].To]));
        }
    }
}
