namespace NamRo.Language;

/// <summary>A folded text (see <see cref="VietnameseText.Fold"/>) that remembers where each of its letters stood in the original.</summary>
public sealed class FoldMap
{
    private readonly int[] starts;
    private readonly int[] ends;

    internal FoldMap(string original, string folded, int[] starts, int[] ends)
    {
        Original = original;
        Folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    /// <summary>The comparison key.</summary>
    public string Folded { get; }

    /// <summary>The original range of a range of the folded text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or leaves the folded text.</exception>
    public TextRange ToOriginal(TextRange folded)
    {
        if (folded.From < 0 || folded.From >= folded.To || folded.To > Folded.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(folded), folded, "The range is empty or outside the folded text.");
        }

        return new(starts[folded.From], ends[folded.To - 1]);
    }

    /// <summary>
    /// The first place, from folded offset <paramref name="from"/> on, where the words of <paramref name="phrase"/> stand as whole words.
    /// </summary>
    /// <returns>A range of the original text, or null.</returns>
    public TextRange? Find(string phrase, int from = 0)
    {
        string key = VietnameseText.Fold(phrase);
        if (key.Length == 0)
        {
            return null;
        }

        for (int at = from; (at = Folded.IndexOf(key, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsEdge(at) && IsEdge(at + key.Length))
            {
                return ToOriginal(new(at, at + key.Length));
            }
        }

        return null;
    }

    private bool IsEdge(int at) =>
        at == 0 || at == Folded.Length || !char.IsLetterOrDigit(Folded[at - 1]) || !char.IsLetterOrDigit(Folded[at]);
}
