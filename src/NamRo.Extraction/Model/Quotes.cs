using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Cuts source quotes out of a reading.</summary>
internal static class Quotes
{
    /// <summary>White space folded to single blanks.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same; null for nothing.</summary>
    public static string? FoldOrNull(string? text)
    {
        var folded = text is null ? string.Empty : Fold(text);
        return folded.Length == 0 ? null : folded;
    }

    public static SourceQuote Of(DocumentReading reading, Span span, int page, IReadOnlyDictionary<string, Span>? cells = null) =>
        new(page, span, Fold(reading.Text[span.From..span.To])) { Cells = cells ?? new Dictionary<string, Span>(StringComparer.Ordinal) };
}
