using System.Text;

namespace NamRo.Measures;

/// <summary>
/// Reads an expression and checks every name and type against the sources. The grammar is in the project's README.
/// </summary>
public sealed class MeasureParser(IReadOnlyList<MeasureSource> sources)
{
    /// <summary>Characters of an expression.</summary>
    public const int LongestText = 1000;

    internal const int DeepestNesting = 20;
    internal const int MostAggregates = 8;

    /// <summary>The checked measure, or what is wrong and where.</summary>
    public (Measure? Measure, MeasureError? Error) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            return (null, new MeasureError($"Cách tính dài quá {LongestText} ký tự. Hãy tách thành nhiều cách tính.", LongestText, 0));
        }

        if (FirstUnreadable(text) is var place and >= 0)
        {
            return (null, new MeasureError("Có ký tự không đọc được. Hãy xóa rồi gõ lại.", place, 1));
        }

        try
        {
            var run = new FormulaParser(new TokenReader(Tokens.Read(text), text), sources);
            var root = run.ReadAll();
            return (new Measure(text, root, run.Aggregates), null);
        }
        catch (MeasureErrorException wrong)
        {
            return (null, wrong.Error);
        }
    }

    /// <summary>Half a character or a control character: the database refuses it.</summary>
    private static int FirstUnreadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                return i;
            }

            if (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Steps through the tokens.</summary>
internal sealed class TokenReader(List<Token> tokens, string text)
{
    private int at;
    private int depth;

    public Token Current => tokens[at];

    public Token Next => tokens[Math.Min(at + 1, tokens.Count - 1)];

    public Token Take() => tokens[at < tokens.Count - 1 ? at++ : at];

    public bool Accept(string key)
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.Sign) || Current.Key != key)
        {
            return false;
        }

        Take();
        return true;
    }

    public void Expect(string sign, string where)
    {
        if (!Accept(sign))
        {
            throw Wrong($"Cần dấu “{sign}” {where}, nhưng gặp {Describe(Current)}.");
        }
    }

    /// <summary>Keeps deep parentheses from exhausting the stack.</summary>
    public T Nest<T>(Func<T> read)
    {
        if (++depth > MeasureParser.DeepestNesting)
        {
            throw Wrong($"Lồng nhau quá {MeasureParser.DeepestNesting} tầng. Hãy viết gọn lại.");
        }

        var result = read();
        depth--;
        return result;
    }

    public string Written(Token token) => text.Substring(token.From, token.Length);

    public string Describe(Token token) => token.Kind == TokenKind.End ? "hết câu" : $"“{Written(token)}”";

    public MeasureErrorException Wrong(string message, Token? place = null)
    {
        var token = place ?? Current;
        return new MeasureErrorException(new MeasureError(message, token.From, token.Length));
    }
}
