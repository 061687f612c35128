namespace NamRo.Reading.Pdf.Syntax;

/// <summary>Builds values out of tokens. Deep nesting is cut off: a hostile file must not exhaust the stack.</summary>
internal sealed class ObjectParser(Lexer lexer)
{
    private const int MaximumDepth = 200;

    /// <summary>Reads one value; unknown keywords read as null.</summary>
    public PdfValue Read() => Read(lexer.Next(), 0);

    private PdfValue Read(Token token, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new PdfSyntaxException("Values are nested too deeply.");
        }

        return token.Kind switch
        {
            TokenKind.Number => NumberOrReference(token),
            TokenKind.Name => new PdfName(lexer.Name(token)),
            TokenKind.LiteralString or TokenKind.HexString => new PdfString(lexer.Decode(token)),
            TokenKind.ArrayStart => ReadArray(depth),
            TokenKind.DictionaryStart => ReadDictionary(depth),
            TokenKind.Keyword when lexer.Bytes(token).SequenceEqual("true"u8) => new PdfBoolean(true),
            TokenKind.Keyword when lexer.Bytes(token).SequenceEqual("false"u8) => new PdfBoolean(false),
            _ => PdfNull.Instance,
        };
    }

    private PdfValue NumberOrReference(Token token)
    {
        var afterNumber = lexer.Position;
        var generation = lexer.Next();
        if (generation.Kind == TokenKind.Number && token.Number is >= 0 and < int.MaxValue)
        {
            var keyword = lexer.Next();
            if (keyword.Kind == TokenKind.Keyword && lexer.Bytes(keyword).SequenceEqual("R"u8))
            {
                return new PdfReference((int)token.Number);
            }
        }

        lexer.Position = afterNumber;
        return new PdfNumber(token.Number);
    }

    private PdfArray ReadArray(int depth)
    {
        var items = new List<PdfValue>();
        for (var token = lexer.Next(); token.Kind is not (TokenKind.ArrayEnd or TokenKind.End); token = lexer.Next())
        {
            items.Add(Read(token, depth + 1));
        }

        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        for (var token = lexer.Next(); token.Kind is not (TokenKind.DictionaryEnd or TokenKind.End); token = lexer.Next())
        {
            if (token.Kind == TokenKind.Name)
            {
                entries[lexer.Name(token)] = Read(lexer.Next(), depth + 1);
            }
        }

        return new PdfDictionary(entries);
    }
}
