namespace NamRo.Language;

/// <summary>What a <see cref="Lexeme"/> is made of.</summary>
internal enum LexemeKind
{
    Word,
    Number,
    Mark,
    LineEnd,
}

/// <summary>One word, run of digits or mark of a text, with its place in it.</summary>
/// <param name="Key">Lower case, tone placement unified: the key for comparing words.</param>
/// <param name="Bare">The key without accents: for cells where recognition lost some of them.</param>
internal readonly record struct Lexeme(int From, int To, LexemeKind Kind, string Key, string Bare, bool IsCapital)
{
    public bool IsWord => Kind == LexemeKind.Word;

    public bool IsNumber => Kind == LexemeKind.Number;

    /// <summary>The value of a short run of digits; -1 for anything else.</summary>
    public int Value => Kind == LexemeKind.Number
        && Key.Length <= 6 ? int.Parse(Key, System.Globalization.CultureInfo.InvariantCulture) : -1;

    public bool Is(char mark) => Kind == LexemeKind.Mark && Key[0] == mark;

    public bool IsBare(string word) => Kind == LexemeKind.Word && Bare == word;
}
