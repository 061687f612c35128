namespace NamRo.Reading.Layout;

/// <summary>Words that stand side by side on one line of one column, left to right.</summary>
internal sealed class TextLine
{
    public TextLine(IReadOnlyList<Word> words)
    {
        Words = words;
        Text = string.Join(' ', words.Select(word => word.Text));
        Box = words.Select(word => word.Box).Aggregate((one, other) => one.Union(other));
        FontSize = Majority(words, word => word.FontSize);
        IsBold = Majority(words, word => word.IsBold);
        IsItalic = Majority(words, word => word.IsItalic);
    }

    public IReadOnlyList<Word> Words { get; }

    public string Text { get; }

    public Box Box { get; }

    public double FontSize { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    public double Confidence => Words.Average(word => word.Confidence);

    /// <summary>Its type was measured on a picture and is not exact.</summary>
    public bool IsEstimated => Words.Any(word => word.Confidence < 1);

    /// <summary>Height of the letters; the box's where the font is unknown (OCR).</summary>
    public double Size => FontSize > 0 ? FontSize : Box.Height;

    /// <summary>Whether the letters are capitals only (a heading in capitals is not continued by one in small letters).</summary>
    public bool IsCapitals => Text.Any(char.IsUpper) && !Text.Any(char.IsLower);

    private static T Majority<T>(IReadOnlyList<Word> words, Func<Word, T> property)
        where T : notnull =>
        words.GroupBy(property).OrderByDescending(group => group.Sum(word => word.Text.Length)).First().Key;
}
