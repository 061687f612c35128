using NamRo.Reading.Pdf.Syntax;

namespace NamRo.Reading.Pdf.Content;

/// <summary>An image written into the content itself (ISO 32000-1, 8.9.7): its bytes are no operators.</summary>
internal static class InlineImage
{
    /// <summary>Moves the lexer from after BI to after EI; to the end when there is none.</summary>
    public static void Skip(Lexer lexer)
    {
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            if (token.Kind == TokenKind.Keyword && lexer.Bytes(token).SequenceEqual("ID"u8))
            {
                break;
            }
        }

        var data = lexer.Data;
        for (var i = lexer.Position + 1; i + 2 < lexer.End; i++)
        {
            if (data[i] == 'E' && data[i + 1] == 'I' && Lexer.IsWhite(data[i - 1]) && Lexer.IsWhite(data[i + 2]))
            {
                lexer.Position = i + 2;
                return;
            }
        }

        lexer.Position = lexer.End;
    }
}
