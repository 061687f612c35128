namespace NamRo.Language;

/// <summary>Finds organ names in running text by their heads and decides where each name ends.</summary>
internal static class OrganFinder
{
    private const int Lookahead = 8;

    private static readonly PhraseTable CollectiveTail = PhraseTable.Of("""
        thuộc | trực thuộc | liên quan | có liên quan | trên địa bàn | chuyên môn | chức năng | của | khác | cấp xã | cấp tỉnh
        chính trị - xã hội | chính trị xã hội | sự nghiệp | viễn thông | công nghệ số | nhà nước
        đóng trên địa bàn | công lập | ban | ngành | có chức năng
        """);

    public static IReadOnlyList<TextRange> Find(IReadOnlyList<Lexeme> lexemes)
    {
        var found = new List<TextRange>();
        for (var i = 0; i < lexemes.Count;)
        {
            var end = lexemes[i].IsWord && !IsHeld(lexemes, i) ? EndOfNameAt(lexemes, i) : 0;
            if (end > i)
            {
                found.Add(new TextRange(lexemes[i].From, lexemes[end - 1].To));
                i = end;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>The lexeme after the name that begins at a lexeme; 0 when none begins there.</summary>
    public static int EndOfNameAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Count)
        {
            return 0;
        }

        var many = OrganWords.Many.LengthAt(lexemes, at);
        if (many > 0)
        {
            return OrganWords.Collective.LengthAt(lexemes, at + many) > 0 ? EndOfCollective(lexemes, at + many) : 0;
        }

        var head = OrganWords.HeadAt(lexemes, at);
        if (head == 0 || !OrganWords.IsNamed(lexemes, at))
        {
            return IsCollectiveList(lexemes, at) ? EndOfCollective(lexemes, at) : 0;
        }

        var isSelfNamed = OrganWords.SelfNamed.LengthAt(lexemes, at) == head;
        var next = at + head;
        var hasName = next < lexemes.Count && (lexemes[next].IsCapital || OrganWords.Field.LengthAt(lexemes, next) > 0);
        if (!isSelfNamed && !(lexemes[at].IsCapital ? hasName : hasName && lexemes[next].IsCapital))
        {
            return 0;
        }

        return EndOfNamed(lexemes, at, next, OrganWords.Office.LengthAt(lexemes, at) > 0);
    }

    /// <summary>"Hải Phòng", "Quốc phòng": the head is the end of another name.</summary>
    private static bool IsHeld(IReadOnlyList<Lexeme> lexemes, int at) =>
        at > 0 && lexemes[at].Bare == "phong" && lexemes[at - 1].Bare is "hai" or "quoc" or "van" or "bien" && lexemes[at - 1].IsCapital;

    /// <summary>"phòng, ban, đơn vị" without "các": at least two kinds.</summary>
    private static bool IsCollectiveList(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var noun = OrganWords.Collective.LengthAt(lexemes, at);
        return noun > 0 && at + noun + 1 < lexemes.Count && lexemes[at + noun].Is(',')
            && OrganWords.Collective.LengthAt(lexemes, at + noun + 1) > 0
            && OrganWords.Level.LengthAt(lexemes, at) == 0 && lexemes[at].Bare is "phong" or "co" or "don" or "so" or "ban";
    }

    private static int EndOfCollective(IReadOnlyList<Lexeme> lexemes, int from)
    {
        var i = from;
        while (i < lexemes.Count)
        {
            var step = i == from || !lexemes[i - 1].IsWord || lexemes[i - 1].IsBare("va") ? OrganWords.Collective.LengthAt(lexemes, i) : 0;
            if (step == 0 && i > from)
            {
                step = CollectiveTail.LengthAt(lexemes, i);
                step = Math.Max(step, OrganWords.Level.LengthAt(lexemes, i));
            }

            if (step == 0 && i > from && lexemes[i].IsCapital && OrganWords.Level.LengthBefore(lexemes, i) > 0)
            {
                step = PlaceLength(lexemes, i);
            }

            if (step == 0 && JoinsCollective(lexemes, i))
            {
                step = 1;
            }

            if (step == 0)
            {
                break;
            }

            i += step;
        }

        return TrimEnd(lexemes, from, i);
    }

    private static bool JoinsCollective(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var isJoint = lexemes[at].Is(',') || lexemes[at].IsBare("va");
        return isJoint && OrganWords.Collective.LengthAt(lexemes, at + 1) > 0 && !lexemes[at + 1].IsCapital
            && OrganWords.NoOrgan.LengthAt(lexemes, at + 1) <= OrganWords.Collective.LengthAt(lexemes, at + 1);
    }

    private static int EndOfNamed(IReadOnlyList<Lexeme> lexemes, int start, int from, bool isOffice)
    {
        var i = from;
        var isPlaced = false;
        while (i < lexemes.Count)
        {
            var step = NameStep(lexemes, i, isOffice && i > start, ref isPlaced);
            if (step == 0)
            {
                break;
            }

            i += step;
        }

        return TrimEnd(lexemes, from, i);
    }

    private static int NameStep(IReadOnlyList<Lexeme> lexemes, int at, bool isOffice, ref bool isPlaced)
    {
        var lexeme = lexemes[at];
        var level = OrganWords.Level.LengthAt(lexemes, at);
        if (level > 0 && level >= OrganWords.Field.LengthAt(lexemes, at))
        {
            isPlaced = true;
            return level + PlaceLength(lexemes, at + level);
        }

        if (isPlaced)
        {
            return 0;
        }

        if (lexeme.IsWord && !lexeme.IsBare("va"))
        {
            if (isOffice && OrganWords.Assembly.LengthAt(lexemes, at) is var assembly and > 0)
            {
                return assembly;
            }

            var field = BeginsPredicate(lexemes, at) ? 0 : OrganWords.Field.LengthAt(lexemes, at);
            return field > 0 ? field : (lexeme.IsCapital ? 1 : 0);
        }

        if (lexeme.IsNumber)
        {
            return lexemes[at - 1].IsCapital || lexemes[at - 1].IsBare("so") ? 1 : 0;
        }

        return GoesOn(lexemes, at, isOffice) ? 1 : 0;
    }

    /// <summary>
    /// A verb in lower case right after a word in capitals that is no head: "Sở Nội vụ tổng hợp", but "Ban Quản lý dự án".
    /// </summary>
    private static bool BeginsPredicate(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (lexemes[at].IsCapital || OrganWords.Verb.LengthAt(lexemes, at) == 0 || !lexemes[at - 1].IsWord || lexemes[at - 1].IsBare("va"))
        {
            return false;
        }

        var name = OrganWords.Field.LengthBefore(lexemes, at);
        var head = Math.Max(OrganWords.Named.LengthBefore(lexemes, at), OrganWords.SelfNamed.LengthBefore(lexemes, at));
        return name > 0 && lexemes[at - name].IsCapital && head <= name;
    }

    /// <summary>Whether the name goes on after a comma, dash or "và": with a capital or a field that begins no organ of its own.</summary>
    private static bool GoesOn(IReadOnlyList<Lexeme> lexemes, int at, bool isOffice)
    {
        var isJoint = lexemes[at].IsBare("va") || lexemes[at].Is('&') || lexemes[at].Is('-') || lexemes[at].Is(',');
        if (!isJoint || at + 1 >= lexemes.Count || !lexemes[at + 1].IsWord)
        {
            return false;
        }

        if (isOffice && OrganWords.Committee.LengthAt(lexemes, at + 1) > 0)
        {
            return true;
        }

        var isOrgan = OrganWords.HeadAt(lexemes, at + 1) > 0 && OrganWords.IsNamed(lexemes, at + 1)
            && OrganWords.Field.LengthAt(lexemes, at + 1) == 0;
        var isField = lexemes[at + 1].IsCapital || OrganWords.Field.LengthAt(lexemes, at + 1) > 0;
        return isField && !isOrgan && (!lexemes[at].Is(',') || HasClosingAnd(lexemes, at + 1));
    }

    /// <summary>"Kinh tế, Hạ tầng và Đô thị": the comma of a name is followed by its "và".</summary>
    private static bool HasClosingAnd(IReadOnlyList<Lexeme> lexemes, int from)
    {
        for (var i = from; i < Math.Min(from + Lookahead, lexemes.Count); i++)
        {
            if (lexemes[i].IsBare("va") || lexemes[i].Is('&'))
            {
                return i + 1 < lexemes.Count && (lexemes[i + 1].IsCapital || OrganWords.Field.LengthAt(lexemes, i + 1) > 0)
                    && (OrganWords.HeadAt(lexemes, i + 1) == 0 || OrganWords.Field.LengthAt(lexemes, i + 1) > 0);
            }

            var isInside = lexemes[i].Is(',') || lexemes[i].IsCapital || OrganWords.Field.LengthAt(lexemes, i) > 0
                || OrganWords.Field.LengthBefore(lexemes, i + 1) > 0;
            if (!isInside)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The capital words of a place name after its level ("phường Lê Chân").</summary>
    private static int PlaceLength(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var length = 0;
        while (length < 4 && at + length < lexemes.Count && lexemes[at + length].IsCapital
            && (OrganWords.HeadAt(lexemes, at + length) == 0 || IsHeld(lexemes, at + length) || !OrganWords.IsNamed(lexemes, at + length)))
        {
            length++;
        }

        return length;
    }

    private static int TrimEnd(IReadOnlyList<Lexeme> lexemes, int from, int end)
    {
        while (end > from && (!lexemes[end - 1].IsWord || lexemes[end - 1].Bare is "va" or "cua" or "co") && !lexemes[end - 1].IsNumber)
        {
            end--;
        }

        return end;
    }
}
