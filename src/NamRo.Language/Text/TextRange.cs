namespace NamRo.Language;

/// <summary>A half-open range [From, To) of UTF-16 units in a text.</summary>
public readonly record struct TextRange(int From, int To)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => To - From;

    /// <summary>The words the range covers in <paramref name="text"/>.</summary>
    public string Of(string text) => text[From..To];

    /// <summary>Whether the two share at least one unit.</summary>
    public bool Overlaps(TextRange other) => From < other.To && other.From < To;

    /// <summary>The smallest range that holds both.</summary>
    public TextRange Union(TextRange other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}
