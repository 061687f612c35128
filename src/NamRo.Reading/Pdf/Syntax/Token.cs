namespace NamRo.Reading.Pdf.Syntax;

internal enum TokenKind
{
    End,
    Number,
    Name,
    LiteralString,
    HexString,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
    Keyword,
}

/// <summary>One token; <see cref="Start"/> and <see cref="Length"/> bound its bytes without slash, parentheses or angle brackets.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, double Number = 0);
