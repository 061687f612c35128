namespace NamRo.Language;

/// <summary>
/// The grammar of document numbers: running number, perhaps the year, then symbols in capitals joined by slashes and hyphens.
/// </summary>
internal static class DocumentNumberReader
{
    private const int OrganLexemeLimit = 40;

    private static readonly PhraseTable OrganEnds = PhraseTable.Of("""
        về | ban hành | phê duyệt | sửa đổi | quy định | triển khai | thực hiện | tại | xây dựng | công bố | thông qua | hướng dẫn | theo
        và | kèm theo | điều chỉnh
        giao | cho | nhằm | để | là | đã | được | căn cứ | chi tiết | bổ sung | trên
        """);

    public static IReadOnlyList<DocumentNumber> Read(string text, IReadOnlyList<Lexeme> lexemes)
    {
        var found = new List<DocumentNumber>();
        for (var i = 0; i < lexemes.Count;)
        {
            if (ReadNumber(text, lexemes, i) is not { } number)
            {
                i++;
                continue;
            }

            var document = Complete(text, lexemes, number, out var next);
            found.Add(document);
            i = Math.Max(next, i + 1);
        }

        return found;
    }

    private static NumberPart? ReadNumber(string text, IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (!lexemes[at].IsNumber)
        {
            return ReadBlank(text, lexemes, at);
        }

        if (lexemes[at].Key.Length > 6
            || (at > 0 && DateReader.IsJoined(lexemes, at - 1) && (lexemes[at - 1].IsWord || DateReader.IsSeparator(lexemes[at - 1]))))
        {
            return null;
        }

        var i = at + 1;
        var isNamed = at > 0 && (IsSo(lexemes, at - 1) || DocumentKinds.Table.LengthBefore(lexemes, at) > 0);
        if (i + 1 < lexemes.Count && lexemes[i].Is('/') && DateReader.IsYear(lexemes[i + 1].Value))
        {
            i += 2;
        }

        if (i >= lexemes.Count || !IsJoint(lexemes[i]) || (!isNamed && !DateReader.IsJoined(lexemes, i - 1)))
        {
            return null;
        }

        var end = ReadSymbols(text, lexemes, i);
        return end == 0 ? null : new NumberPart(at, end, lexemes[at].From, lexemes[i].From);
    }

    /// <summary>"Số: /KH-UBND", "Số ....-KH/ĐU": the running number is blank or dotted.</summary>
    private static NumberPart? ReadBlank(string text, IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (!IsSo(lexemes, at) || lexemes[at].Is(':'))
        {
            return null;
        }

        var i = at + 1;
        while (i < lexemes.Count && (lexemes[i].Is(':') || lexemes[i].Is('.') || lexemes[i].Is('…') || lexemes[i].Is('_')))
        {
            i++;
        }

        if (i >= lexemes.Count || !IsJoint(lexemes[i]))
        {
            return null;
        }

        var end = ReadSymbols(text, lexemes, i);
        return end == 0 ? null : new NumberPart(at, end, -1, lexemes[i].From);
    }

    private static bool IsSo(IReadOnlyList<Lexeme> lexemes, int at) =>
        lexemes[at].Bare == "so" || (lexemes[at].Is(':') && at > 0 && lexemes[at - 1].Bare == "so");

    private static bool IsJoint(Lexeme lexeme) => lexeme.Is('/') || lexeme.Is('-');

    /// <summary>
    /// Symbols from their first separator on; returns the lexeme after them, or 0. A slash and a word in capitals must be among them.
    /// </summary>
    private static int ReadSymbols(string text, IReadOnlyList<Lexeme> lexemes, int at)
    {
        var i = at;
        var end = 0;
        var hasSlash = false;
        var capitals = 0;
        while (i + 1 < lexemes.Count && (IsJoint(lexemes[i]) || lexemes[i].Is('.') || lexemes[i].Is('&'))
            && IsSymbol(text, lexemes, i + 1, i == at))
        {
            hasSlash |= lexemes[i].Is('/');
            capitals += CountCapitals(text, lexemes[i + 1]);
            i += 2;
            while (i < lexemes.Count && DateReader.IsJoined(lexemes, i - 1) && (lexemes[i].IsNumber || lexemes[i].IsWord))
            {
                i++;
            }

            end = i;
        }

        return hasSlash && capitals >= 2 ? end : 0;
    }

    private static bool IsSymbol(string text, IReadOnlyList<Lexeme> lexemes, int at, bool isFirst)
    {
        var lexeme = lexemes[at];
        if (!lexeme.IsWord || !lexeme.IsCapital || lexeme.To - lexeme.From > 12)
        {
            return false;
        }

        var capitals = CountCapitals(text, lexeme);
        var isAbbreviation = capitals >= 2 || (capitals == 1 && lexeme.To - lexeme.From <= 3);
        var separator = lexemes[at - 1];
        var isAttached = separator.To == lexeme.From;
        var followsAttached = at >= 2 && lexemes[at - 2].To == separator.From;
        return isAbbreviation && (isAttached || (followsAttached && separator.Is('-')))
            && (isFirst || followsAttached || !separator.Is('.'));
    }

    private static int CountCapitals(string text, Lexeme lexeme)
    {
        var count = 0;
        for (var i = lexeme.From; i < lexeme.To; i++)
        {
            count += char.IsUpper(text[i]) ? 1 : 0;
        }

        return count;
    }

    private static DocumentNumber Complete(string text, IReadOnlyList<Lexeme> lexemes, NumberPart part, out int next)
    {
        var before = part.First;
        while (part.NumberFrom >= 0 && before > 0 && IsSo(lexemes, before - 1))
        {
            before--;
        }

        var kindLength = DocumentKinds.Table.LengthBefore(lexemes, before);
        var first = before - kindLength;
        var kind = kindLength == 0 ? null : text[lexemes[first].From..lexemes[before - 1].To];
        next = part.End;
        var issuedOn = ReadDate(lexemes, ref next);
        var organ = ReadOrgan(text, lexemes, ref next);
        var symbolTo = lexemes[part.End - 1].To;
        var symbol = Squeeze(text[part.SymbolFrom..symbolTo]);
        var number = part.NumberFrom < 0 ? null : Squeeze(text[part.NumberFrom..symbolTo]);
        return new DocumentNumber(kind, number, symbol, issuedOn, organ, new(lexemes[first].From, lexemes[next - 1].To))
        {
            NumberRange = new(part.NumberFrom < 0 ? part.SymbolFrom : part.NumberFrom, symbolTo),
        };
    }

    private static DateOnly? ReadDate(IReadOnlyList<Lexeme> lexemes, ref int next)
    {
        for (var i = next; i < Math.Min(next + 3, lexemes.Count); i++)
        {
            if (DateReader.ReadAt(lexemes, i) is { } date)
            {
                next = date.Next;
                return date.Date.Value;
            }

            if (!lexemes[i].Is(',') && !lexemes[i].Is('(') && !lexemes[i].IsBare("ky"))
            {
                return null;
            }
        }

        return null;
    }

    private static string? ReadOrgan(string text, IReadOnlyList<Lexeme> lexemes, ref int next)
    {
        var i = next;
        if (i < lexemes.Count && lexemes[i].Is(','))
        {
            i++;
        }

        if (i + 1 >= lexemes.Count || lexemes[i].Key != Lexer.Key("của"))
        {
            return null;
        }

        var from = i + 1;
        var to = from;
        while (to < lexemes.Count && to - from < OrganLexemeLimit && !EndsOrgan(lexemes, to))
        {
            to++;
        }

        if (to == from)
        {
            return null;
        }

        next = to;
        return text[lexemes[from].From..lexemes[to - 1].To];
    }

    private static bool EndsOrgan(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var lexeme = lexemes[at];
        if (lexeme.Kind == LexemeKind.LineEnd)
        {
            return true;
        }

        if (lexeme.Kind == LexemeKind.Mark)
        {
            var goesOn = at + 1 < lexemes.Count && lexemes[at + 1].IsWord && !lexemes[at + 1].IsCapital;
            return !(lexeme.Is('-') || lexeme.Is('&') || (lexeme.Is(',') && goesOn));
        }

        // "Hội đồng nhân dân và Ủy ban nhân dân", "khoa học và công nghệ": "và" inside a name is followed by more of it.
        if (lexeme.IsBare("va"))
        {
            return DocumentKinds.Table.LengthAt(lexemes, at + 1) > 0;
        }

        return OrganEnds.LengthAt(lexemes, at) > 0;
    }

    private static string Squeeze(string text)
    {
        var squeezed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return string.Concat(squeezed.Select(c => TextFolder.IsDash(c) ? '-' : c));
    }

    /// <param name="First">The first lexeme ("số" for a blank number).</param>
    /// <param name="End">The lexeme after the last.</param>
    /// <param name="NumberFrom">Offset of the running number; -1 when blank.</param>
    /// <param name="SymbolFrom">Offset of the first separator.</param>
    private readonly record struct NumberPart(int First, int End, int NumberFrom, int SymbolFrom);
}
