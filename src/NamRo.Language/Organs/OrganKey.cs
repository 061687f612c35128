namespace NamRo.Language;

/// <summary>One word of an organ's name.</summary>
/// <param name="Key">Folded; an abbreviation without accents.</param>
/// <param name="Bare">Without accents.</param>
internal readonly record struct OrganWord(string Key, string Bare, bool IsAbbreviation);

/// <summary>An organ's name taken apart: its own words without connecting ones, its level ("phuong") and the place after it.</summary>
internal sealed record OrganKey(IReadOnlyList<OrganWord> Words, string Level, string Place)
{
    private static readonly PhraseTable Levels = PhraseTable.Of("""
        phường | xã | thành phố | tỉnh | quận | huyện | đặc khu | thị xã | thị trấn | trung ương | tp
        """);

    public static OrganKey Of(string name)
    {
        var lexemes = Lexer.Read(name).Where(l => l.IsWord || l.IsNumber).ToList();
        var level = string.Empty;
        var place = string.Empty;
        var end = lexemes.Count;
        for (var i = lexemes.Count - 1; i > 0; i--)
        {
            var length = Levels.LengthAt(lexemes, i);
            var isLast = length > 0 && lexemes.Skip(i + length).All(l => l.IsCapital) && !IsPartOfWord(lexemes, i);
            if (isLast)
            {
                level = lexemes[i].Bare is "tp" ? "thanh pho" : string.Join(' ', lexemes.Skip(i).Take(length).Select(l => l.Bare));
                place = string.Join(' ', lexemes.Skip(i + length).Select(l => l.Bare));
                end = i;
                break;
            }
        }

        var words = lexemes.Take(end).Where(l => l.Bare is not ("va" or "cua" or "thuoc" or "cac" or "nhung")).Select(l => Word(name, l))
            .ToList();
        return new OrganKey(words, level, place);
    }

    /// <summary>"Văn hóa - Xã hội": "xã" is no level there.</summary>
    private static bool IsPartOfWord(List<Lexeme> lexemes, int at) =>
        lexemes[at].Bare == "xa" && at + 1 < lexemes.Count && lexemes[at + 1].Bare == "hoi";

    /// <summary>
    /// A word in capitals that is no syllable (HĐND), or has two letters in a name not written in capitals throughout (CA, ĐU).
    /// </summary>
    private static OrganWord Word(string name, Lexeme lexeme)
    {
        var written = name.AsSpan(lexeme.From, lexeme.To - lexeme.From);
        var isInCapitals = lexeme.IsWord && written.Length <= 12 && IsUpper(written);
        var isShort = written.Length <= 2 && name.AsSpan().ContainsAnyInRange('a', 'z');
        var isAbbreviation = isInCapitals && (isShort || !Syllable.IsPossible(lexeme.Key));
        return new OrganWord(isAbbreviation ? lexeme.Bare : lexeme.Key, lexeme.Bare, isAbbreviation);
    }

    private static bool IsUpper(ReadOnlySpan<char> written)
    {
        foreach (var c in written)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
