using System.Text.RegularExpressions;

namespace NamRo.Plans.Comparing;

/// <summary>The parts of a compound row: by "(1) ... (2) ...", by semicolons and sentences.</summary>
internal static partial class Clauses
{
    /// <summary>A shorter piece is no clause of its own.</summary>
    private const int LeastSyllables = 6;

    /// <summary>The whole text first, then its clauses where it has several.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var parts = Borders().Split(text).Select(part => part.Trim())
            .Where(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LeastSyllables).ToList();
        return parts.Count < 2 ? [text] : [text, .. parts];
    }

    [GeneratedRegex(@"\(\d{1,2}\)|;|\.\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Borders();
}
