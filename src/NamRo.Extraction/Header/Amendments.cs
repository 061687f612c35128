using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>Documents that this one adjusts, supplements or replaces, or that order it to.</summary>
internal static class Amendments
{
    private const int Reach = 60;

    private static readonly string[] InSubject = ["điều chỉnh", "bổ sung", "sửa đổi", "thay thế"];
    private static readonly string[] InText = ["kế hoạch này thay thế", "quyết định này thay thế", "và thay thế",
        "nghị quyết này thay thế", "kế hoạch này điều chỉnh"];

    public static IReadOnlyList<string> Of(string? subject, IEnumerable<string> paragraphs)
    {
        var found = new List<string>();
        Add(found, subject ?? string.Empty, InSubject);
        foreach (var paragraph in paragraphs)
        {
            Add(found, paragraph, InText);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static void Add(List<string> found, string text, string[] words)
    {
        foreach (var document in DocumentNumber.FindAll(text))
        {
            var before = VietnameseText.Fold(text[Math.Max(0, document.Range.From - Reach)..document.Range.From]);
            if (document.Number is { } number && Array.Exists(words, w => before.Contains(w, StringComparison.Ordinal)))
            {
                found.Add(number);
            }
        }
    }
}
