using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// What the people of one ward have told about the words of their plans. Words that the general rules know keep their meaning unless the
/// ward said otherwise; a value still has to stand in the source.
/// </summary>
public sealed class ExtractionHints
{
    private readonly Dictionary<string, FieldRole> headings;
    private readonly Dictionary<string, Deadline> deadlines;

    /// <param name="headings">Header of a table's column, as written, and what it holds.</param>
    /// <param name="deadlines">Words of a deadline, as written, and how they are meant.</param>
    public ExtractionHints(IEnumerable<KeyValuePair<string, FieldRole>> headings, IEnumerable<KeyValuePair<string, Deadline>> deadlines)
    {
        this.headings = Keyed(headings);
        this.deadlines = Keyed(deadlines);
    }

    /// <summary>Nothing but the general rules.</summary>
    public static ExtractionHints None { get; } = new([], []);

    internal FieldRole Classify(string header) =>
        headings.TryGetValue(VietnameseText.Fold(header), out var role) ? role : FieldLexicon.Classify(header);

    internal Deadline? DeadlineOf(string words) => deadlines.GetValueOrDefault(VietnameseText.Fold(words));

    private static Dictionary<string, T> Keyed<T>(IEnumerable<KeyValuePair<string, T>> words)
    {
        var keyed = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (written, meaning) in words)
        {
            keyed[VietnameseText.Fold(written)] = meaning;
        }

        return keyed;
    }
}
