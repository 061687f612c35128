namespace NamRo.Reading.Pdf.Content;

/// <summary>
/// Word processors take list signs from symbol fonts and name them by private code points U+F000 to U+F0FF; these are the usual ones.
/// </summary>
internal static class SymbolSigns
{
    private const char First = '\uF020';
    private const char Last = '\uF0FF';

    public static string Replace(string text) =>
        text.AsSpan().IndexOfAnyInRange(First, Last) < 0 ? text : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] is >= First and <= Last ? Sign(source[i]) : source[i];
            }
        });

    private static char Sign(char code) => (code - 0xF000) switch
    {
        0xB7 or 0x9F => '•',
        0xA7 => '▪',
        0xD8 => '➢',
        0xFC => '✓',
        0xA8 or 0x6F or 0x71 => '□',
        0xB3 => '≥',
        0xA3 => '≤',
        < 0x7F => (char)(code - 0xF000),
        _ => '•',
    };
}
