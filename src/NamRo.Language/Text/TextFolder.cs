using System.Globalization;

namespace NamRo.Language;

/// <summary>One pass over a text that writes its comparison key; the rules are those of <see cref="VietnameseText.Fold"/>.</summary>
internal sealed class TextFolder
{
    private const string And = "và";

    private readonly string text;
    private readonly char[] key;
    private readonly int[]? starts;
    private readonly int[]? ends;
    private int length;
    private int wordStart;
    private bool gap;
    private TextRange gapRange;

    public TextFolder(string text, bool withMap)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        // An ampersand becomes the word "và" with a space on either side.
        int capacity = text.Length + (3 * text.AsSpan().Count('&')) + 1;
        key = new char[capacity];
        if (withMap)
        {
            starts = new int[capacity];
            ends = new int[capacity];
        }

        Run();
    }

    public string Folded() => new(key, 0, length);

    public FoldMap Map() => new(text, Folded(), starts ?? [], ends ?? []);

    private void Run()
    {
        for (int at = 0; at < text.Length;)
        {
            int end = at + 1;
            while (end < text.Length && CharUnicodeInfo.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)
            {
                end++;
            }

            if (end - at == 1)
            {
                Write(text[at], new(at, end));
            }
            else
            {
                foreach (char letter in VietnameseText.Compose(text[at..end]))
                {
                    Write(letter, new(at, end));
                }
            }

            at = end;
        }

        CloseWord();
        while (length > 0 && key[length - 1] == '-')
        {
            length--;
        }
    }

    private void Write(char letter, TextRange source)
    {
        if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
        {
            WriteGap();
            Append(char.ToLowerInvariant(letter), source);
        }
        else if (VietnameseText.IsInvisible(letter) || IsMarkup(letter))
        {
            return;
        }
        else if (IsDash(letter))
        {
            WriteDash(source);
        }
        else if (letter == '&')
        {
            WriteAnd(source);
        }
        else if (char.IsWhiteSpace(letter) || (IsPunctuation(letter) && !IsInsideNumber(letter, source)))
        {
            OpenGap(source);
        }
        else
        {
            CloseWord();
            WriteGap();
            Append(letter, source);
            wordStart = length;
        }
    }

    private void OpenGap(TextRange source)
    {
        CloseWord();
        if (!gap && length > 0 && key[length - 1] != '-')
        {
            gap = true;
            gapRange = source;
        }
    }

    private void WriteGap()
    {
        if (gap)
        {
            gap = false;
            Append(' ', gapRange);
            wordStart = length;
        }
    }

    private void WriteDash(TextRange source)
    {
        CloseWord();
        gap = false;
        // A dash at the very start is a bullet, not a part of the words.
        if (length > 0 && key[length - 1] != '-')
        {
            Append('-', source);
        }

        wordStart = length;
    }

    private void WriteAnd(TextRange source)
    {
        OpenGap(source);
        WriteGap();
        foreach (char letter in And)
        {
            Append(letter, source);
        }

        OpenGap(source);
    }

    private void Append(char letter, TextRange source)
    {
        key[length] = letter;
        if (starts is not null && ends is not null)
        {
            starts[length] = source.From;
            ends[length] = source.To;
        }

        length++;
    }

    private void CloseWord()
    {
        TonePlacement.Unify(key.AsSpan(wordStart, length - wordStart));
        wordStart = length;
    }

    private bool IsInsideNumber(char letter, TextRange source) =>
        letter is '.' or ',' or ':' && source.From > 0 && source.To < text.Length
        && char.IsAsciiDigit(text[source.From - 1]) && char.IsAsciiDigit(text[source.To]);

    private static bool IsMarkup(char letter) => letter switch
    {
        '*' or '_' or '`' or '"' or '\'' => true,
        '“' or '”' or '„' or '‘' or '’' or '«' or '»' => true,
        _ => false,
    };

    internal static bool IsDash(char letter) => letter is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' or '\uFF0D';

    private static bool IsPunctuation(char letter) => letter switch
    {
        '.' or ',' or ';' or ':' or '…' or '!' or '?' or '|' => true,
        '(' or ')' or '[' or ']' or '{' or '}' or '•' or '·' or '\uF0B7' or '▪' or '◦' => true,
        _ => false,
    };
}
