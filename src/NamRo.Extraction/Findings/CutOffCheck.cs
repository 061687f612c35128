using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Cells that end in the middle of a word or of a phrase: the file itself was cut there.</summary>
internal static class CutOffCheck
{
    private static readonly string[] OpenEnds = ["và", "hoặc", "của", "với", "các", "cho", "theo", "về"];

    public static IEnumerable<Finding> Check(TaskDraft task, DocumentReading reading)
    {
        foreach (var (name, span) in task.Source.Cells)
        {
            var text = Quotes.Fold(reading.Text[span.From..span.To]);
            if (IsCutOff(text))
            {
                yield return new Finding(
                    "cell.cut-off", Severity.Warning, $"Ô \"{text}\" có vẻ bị cắt cụt ở cuối",
                        task.Source with { Span = span, Quote = text });
            }
        }
    }

    /// <summary>Ends with a joining word, a hyphen, or a lower-case fragment that is no Vietnamese syllable.</summary>
    public static bool IsCutOff(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return false;
        }

        var last = words[^1];
        return last is "-" or "–" || (last.Length > 1 && last[^1] == '-') || OpenEnds.Contains(last)
            || IsBrokenName(words[^2], last)
            || (last.All(char.IsLetter) && char.IsLower(last[0]) && last.Length <= 4 && !Syllable.IsPossible(last));
    }

    /// <summary>"UBND phu": an organ followed by the beginning of its kind of place ("phường", "thành", "tỉnh", "xã").</summary>
    private static bool IsBrokenName(string before, string last) =>
        before is "UBND" or "HĐND" or "MTTQ" && last.Length is 1 or 2 or 3 && last is not "xã" && last.All(char.IsLower)
        && new[] { "phường", "phuong", "thành", "tỉnh" }
            .Any(full => full.Length > last.Length && full.StartsWith(last, StringComparison.Ordinal));
}
